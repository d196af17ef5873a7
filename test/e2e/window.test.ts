/** The window itself: short messages cover nothing that is worked on; a screen that is put away stays as it was laid out. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';

describe('a narrow window in French', () => {
  let run: RunningApp;
  beforeEach(async () => {
    run = await launchApp({ args: ['--sample'], lang: 'fr', width: 720, height: 450 });
  });
  afterEach(() => run.close());
  keepPicturesOfFailures(() => run);

  const box = async (of: ReturnType<RunningApp['page']['locator']>) => {
    const found = await of.boundingBox();
    if (found === null) throw new Error('Nothing is shown there.');
    return { ...found, bottom: found.y + found.height };
  };

  test('messages stand below table and inspector, also several and long ones', async () => {
    const { page } = run;
    const table = page.getByRole('grid', { name: 'Incidents' });
    const inspector = page.locator('aside');
    const messages = page.locator('.c-toast');
    const before = await box(inspector);
    await table.getByRole('row').nth(2).click();
    await page.keyboard.press('Delete');
    await messages.getByText('1 incident supprimé').waitFor();
    // one short line takes the place of the status bar: nothing moves
    expect((await box(inspector)).bottom).toBe(before.bottom);
    await page.keyboard.press('Control+z');
    await messages.getByText(/^Annulé/).waitFor();
    await expect
      .poll(
        async () => {
          // on a busy machine the first may have gone again before the second came
          if ((await messages.count()) < 2) {
            await page.keyboard.press('Control+Shift+z');
            await messages.getByText(/^Rétabli/).waitFor();
            await page.keyboard.press('Control+z');
          }
          return (await box(inspector)).bottom;
        },
        { interval: 500 },
      )
      .toBeLessThan(before.bottom);
    const top = Math.min(...(await Promise.all((await messages.all()).map(box))).map(({ y }) => y));
    expect(top).toBeGreaterThanOrEqual((await box(inspector)).bottom);
    expect(top).toBeGreaterThanOrEqual((await box(table)).bottom);
    await expect
      .poll(async () => (await box(inspector)).bottom, { timeout: 30_000 })
      .toBe(before.bottom);
  });

  test('a table put away is not seen and not laid out anew when it comes back', async () => {
    const { page } = run;
    const table = await page.getByRole('grid', { name: 'Incidents' }).elementHandle();
    const look = () =>
      table?.evaluate((element) => ({
        isSeen: element.checkVisibility(),
        height: element.getBoundingClientRect().height,
      }));
    const before = await look();
    expect(before?.isSeen).toBe(true);
    await page.keyboard.press('Alt+4');
    await expect.poll(async () => (await look())?.isSeen).toBe(false);
    // `display: none` would leave nothing of it
    expect((await look())?.height).toBeGreaterThan(0);
    await page.keyboard.press('Alt+1');
    await expect.poll(look).toEqual(before);
  });

  test('a map put away is the same drawing when it comes back, in the colours of now', async () => {
    const { page } = run;
    await page.keyboard.press('Alt+2');
    const idle = '[data-map-state=idle]';
    const canvas = await page.waitForSelector(`${idle} canvas`, { timeout: 60_000 });
    const picture = async () => (await page.locator('.map-canvas').screenshot()).length;
    const before = await picture();
    await page.keyboard.press('Alt+1');
    await expect.poll(() => canvas.evaluate((element) => element.checkVisibility())).toBe(false);
    await page.keyboard.press('Alt+2');
    await expect.poll(() => canvas.evaluate((element) => element.checkVisibility())).toBe(true);
    // one that is made anew is empty at first
    expect(await picture()).toBeGreaterThan(before / 2);
    await page.keyboard.press('Alt+1');
    await expect.poll(() => canvas.evaluate((element) => element.checkVisibility())).toBe(false);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.keyboard.press('Alt+2');
    await page.waitForSelector('[data-theme-map=dark]');
    expect(await canvas.evaluate((element) => element.checkVisibility())).toBe(true);
  });
});
