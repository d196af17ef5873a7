/** Files of a case looked at without leaving it, and nothing shown that is not what it says it is. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { dialog, expectVisible, goTo, leaveDialogs, press } from '../helpers/hands.ts';

/** Two seconds of a tone, as a recorder would write it. */
function wav(): Buffer {
  const rate = 8000;
  const samples = Buffer.from(
    Array.from({ length: 2 * rate }, (_, at) => 128 + Math.round(60 * Math.sin(at / 8))),
  );
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

/** A note of the camera that the picture lies on its side (EXIF orientation 6). */
function onItsSide(jpeg: Buffer): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex');
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

describe('files of a case', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'] });
    await goTo(run.page, 'Sources');
    await run.page.getByRole('option', { name: /Video message/ }).click();
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  async function attach(name: string, bytes: Buffer | string): Promise<void> {
    const path = join(run.folder, name);
    writeFileSync(path, bytes);
    await run.answerDialogs(path);
    await press(run.page, 'Add a file');
    await expectVisible(run.page.getByText(name));
  }

  test('a photograph is grey at first, upright, and can be enlarged', async () => {
    const { page } = run;
    const base64 = await page.evaluate(() => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 60, height: 30 });
      const pen = canvas.getContext('2d');
      if (pen) {
        pen.fillStyle = '#d00';
        pen.fillRect(0, 0, 60, 30);
      }
      return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
    });
    await attach('photo.jpg', onItsSide(Buffer.from(base64, 'base64')));
    await press(page, 'Look at photo.jpg');
    const box = dialog(page, 'photo.jpg');
    const image = box.getByRole('img', { name: 'photo.jpg' });
    await expectVisible(box.getByText('30 × 60'));
    await expectVisible(box.getByText('May be graphic: shown in grey.'));
    const filter = () => image.evaluate((element) => getComputedStyle(element).filter);
    await expect.poll(() => filter()).toBe('grayscale(1)');
    await press(box, 'Show in colour');
    await expect.poll(() => filter()).toBe('none');
    await press(box, 'Larger');
    await press(box, 'Larger');
    await expect.poll(() => image.evaluate((element) => element.clientWidth)).toBe(60);
    await expectVisible(box.getByText('image/jpeg'));
    await leaveDialogs(page);
  });

  test('a recording plays and can be sought in', async () => {
    const { page } = run;
    await attach('call.wav', wav());
    await press(page, 'Look at call.wav');
    const sound = dialog(page, 'call.wav').locator('audio');
    await expect
      .poll(() => sound.evaluate((element) => (element as HTMLAudioElement).duration), {
        timeout: 15_000,
      })
      .toBeCloseTo(2, 1);
    await sound.evaluate((element) => {
      (element as HTMLAudioElement).currentTime = 1.5;
    });
    await expect
      .poll(() => sound.evaluate((element) => (element as HTMLAudioElement).currentTime), {
        timeout: 15_000,
      })
      .toBeCloseTo(1.5, 1);
    await leaveDialogs(page);
  });

  test('a PDF shows its text', async () => {
    const { page } = run;
    const path = join(run.folder, 'rapport.pdf');
    copyFileSync(new URL('../fixtures/reading/french.pdf', import.meta.url).pathname, path);
    await run.answerDialogs(path);
    await press(page, 'Add a file');
    await press(page, 'Look at rapport.pdf');
    await expectVisible(dialog(page, 'rapport.pdf').getByText(/chef-lieu de la province du Soum/));
    await leaveDialogs(page);
  });

  test('a drawing with a script that calls itself a picture is not shown', async () => {
    const { page } = run;
    await attach('false.png', '<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>');
    const name = await page.evaluate(async () => {
      const { call } = Reflect.get(window, 'cairn') as {
        call(name: string, args: unknown): Promise<unknown>;
      };
      const list = JSON.parse((await call('source/list', { text: 'Video message' })) as string) as {
        value: readonly { id: string }[];
      };
      const { value } = (await call('source/get', { id: list.value[0]?.id })) as {
        value: { attachments: readonly { id: string; name: string }[] };
      };
      const id = value.attachments.find((one) => one.name === 'false.png')?.id;
      return (await fetch(`app://cairn/attachment/${id}`)).status;
    });
    expect(name).toBe(404);
    expect(run.complaints.filter((text) => /Content Security Policy/.test(text))).toEqual([]);
  });
});
