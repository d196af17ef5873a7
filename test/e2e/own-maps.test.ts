/** Base maps of the analyst's own, and the map as a picture: real files, the real window. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { choose, dialog, expectVisible, fill, press } from '../helpers/hands.ts';
import { writeRasterMbtiles, writeVectorPmtiles } from '../helpers/map-files.ts';

const patient = { timeout: 20_000 };

describe('own maps and pictures', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'] });
    await run.page.keyboard.press('Alt+2');
    await idle();
  }, 120_000);
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  const idle = async () => {
    await run.page.waitForTimeout(300);
    await run.page.waitForSelector('[data-map-state=idle]', { timeout: 60_000 });
  };
  const panel = () => dialog(run.page, 'Maps of your own');
  const list = () => panel().getByRole('list', { name: 'Maps of your own, from the top' });
  async function add(path: string) {
    await run.answerDialogs(path);
    await press(panel(), 'Add a map file…');
  }
  /** Colour of a point of the map as it stands on the glass, away from marks. */
  const colourAt = async (x: number, y: number) => {
    const box = await run.page.locator('.map-canvas').boundingBox();
    if (!box) throw new Error('The map has no size.');
    const picture = await run.page.screenshot({
      clip: { x: box.x + box.width * x, y: box.y + box.height * y, width: 4, height: 4 },
    });
    return run.page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(4, 4);
      const context = canvas.getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return [...(context?.getImageData(1, 1, 1, 1).data ?? [])].slice(0, 3);
    }, picture.toString('base64'));
  };

  test('tiles of pictures and vectors and shapes are added, told and drawn', async () => {
    const { page, folder } = run;
    const raster = join(folder, 'ground.mbtiles');
    const vector = join(folder, 'posts.pmtiles');
    const shapes = join(folder, 'zones.geojson');
    writeRasterMbtiles(raster);
    writeVectorPmtiles(vector);
    const ring = [
      ...[
        [-2, 13.6],
        [-1.2, 13.6],
        [-1.2, 14.4],
      ],
      ...[
        [-2, 14.4],
        [-2, 13.6],
      ],
    ];
    writeFileSync(
      shapes,
      JSON.stringify({
        ...{ type: 'Feature', properties: { name: 'Zone North' } },
        geometry: { type: 'Polygon', coordinates: [ring] },
      }),
    );
    const before = await colourAt(0.75, 0.5);
    await press(page, 'Maps of your own');
    await add(raster);
    await expectVisible(list().getByText('Coloured ground'));
    await expectVisible(list().getByText(/picture tiles · .* · zooms 0–3/));
    await add(vector);
    await expectVisible(list().getByText(/vector tiles/));
    await add(shapes);
    await expectVisible(list().getByText(/1 shape/));
    await page.keyboard.press('Escape');
    await idle();
    await expect.poll(() => colourAt(0.75, 0.5), patient).not.toEqual(before);
    await expectVisible(page.getByText(/Natural Earth.*© Somebody.*Our own survey/));
  });

  test('the order and what is shown are changed, and remembered at the next start', async () => {
    const { page } = run;
    await press(page, 'Maps of your own');
    const names = () =>
      list()
        .getByRole('checkbox')
        .evaluateAll((boxes) => boxes.map((box) => box.closest('label')?.textContent?.trim()));
    await expect.poll(() => names()).toEqual(['zones.geojson', 'Posts', 'Coloured ground']);
    await press(panel(), 'Move down: Posts');
    await expect.poll(names, patient).toEqual(['zones.geojson', 'Coloured ground', 'Posts']);
    await list().getByText('Posts', { exact: true }).click();
    await page.keyboard.press('Escape');
    const stored = () => readFileSync(join(run.userData, 'own-maps.json'), 'utf8');
    await expect
      .poll(() => JSON.parse(stored())[0], patient)
      .toMatchObject({
        ...{ name: 'Posts', isShown: false },
      });
    // the page knows no path
    const known = await page.evaluate(() =>
      (
        globalThis as unknown as { cairn: { call: (name: string, args: unknown) => unknown } }
      ).cairn.call('own-map/list', {}),
    );
    expect(JSON.stringify(known)).not.toContain(run.folder);
  });

  test('what is no map is refused with what is wrong and what to do', async () => {
    const { page, folder } = run;
    const wrong = join(folder, 'wrong.geojson');
    writeFileSync(wrong, '{"type":"Point","coordinates":[500000,1500000]}');
    await press(page, 'Maps of your own');
    await add(wrong);
    await expectVisible(panel().getByText(/metres of some projection/));
    writeFileSync(wrong, 'hello');
    await add(wrong);
    await expectVisible(panel().getByText('This file is no map that Cairn can draw.'));
    await expect.poll(() => list().getByRole('listitem').count()).toBe(3);
    // a file that went away is told, not drawn
    renameSync(join(folder, 'zones.geojson'), join(folder, 'elsewhere.geojson'));
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
    await press(page, 'Maps of your own');
    await expectVisible(list().getByText(/zones.geojson is not where it was/));
    await press(panel(), 'Take off the list: zones.geojson');
    await expect.poll(() => list().getByRole('listitem').count(), patient).toBe(2);
    // the keyboard is still in the panel, so Escape closes it, after the tip of the button under the pointer
    const left = async () => {
      await page.keyboard.press('Escape');
      return panel().count();
    };
    await expect.poll(left, patient).toBe(0);
  });

  test('the map is saved as a picture with title, filter, legend, scale, sources and label', async () => {
    const { page, folder } = run;
    const path = join(folder, 'map.png');
    await run.answerDialogs(path);
    await press(page, 'Picture of the map');
    const form = () => dialog(page, 'Picture of the map');
    await fill(form(), 'Title of the picture', 'Djibo, what is known');
    await choose(page, form(), 'Sharpness', 'Twice as sharp, for print');
    await press(form(), 'Save as PNG…');
    // drawn in software on a crowded machine, twice as sharp
    await page.getByText('The picture map.png was written.').waitFor({ timeout: 120_000 });
    await form().waitFor({ state: 'detached' });
    expect(existsSync(path)).toBe(true);
    const png = readFileSync(path);
    const box = await page.locator('.map-canvas').boundingBox();
    expect(png.readUInt32BE(16)).toBe(Math.round(box?.width ?? 0) * 2);
    expect(png.readUInt32BE(20)).toBeGreaterThan(Math.round(box?.height ?? 0) * 2);
    expect(run.complaints.filter((line) => !line.includes('GL Driver Message'))).toEqual([]);
  });
});
