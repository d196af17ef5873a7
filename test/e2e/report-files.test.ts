/** Files of reports as the window makes them: Word with its drawn figures, progress and cancel. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { choose } from '../helpers/hands.ts';

let running: RunningApp | undefined;

/** Width and height of a PNG. */
function pngSize(bytes: Buffer): readonly [number, number] {
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('files of reports', () => {
  afterEach(async () => {
    await running?.close();
    running = undefined;
  });
  keepPicturesOfFailures(() => running);

  test('given a PDF under way, when it is cancelled, then no file stands there and Word can be had', async () => {
    running = await launchApp({ args: ['--sample'], lang: 'fr' });
    const { page, folder, answerDialogs, complaints } = running;
    await page.getByRole('navigation').getByText('Rapports').click();
    await choose(page, page, 'Nature', 'Point de situation');
    await page
      .getByRole('heading', { name: /^Situation du/ })
      .first()
      .waitFor();
    const pdf = join(folder, 'situation.pdf');
    await answerDialogs(pdf);
    await page.getByRole('button', { name: 'Enregistrer en PDF…' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /Dessin des figures|Cartes dessinées/ })
      .waitFor({ timeout: 60_000 });
    const shots = process.env.CAIRN_SHOTS;
    if (shots) await page.screenshot({ path: join(shots, 'reports-progress.png') });
    await page.getByRole('button', { name: 'Annuler le fichier' }).click();
    await page.getByRole('button', { name: 'Annuler le fichier' }).waitFor({ state: 'detached' });
    expect(existsSync(pdf)).toBe(false);
    await expect.poll(() => page.getByText('situation.pdf enregistré').count()).toBe(0);

    const docx = join(folder, 'situation.docx');
    await answerDialogs(docx);
    await page.getByRole('button', { name: 'Enregistrer en Word (DOCX)…' }).click();
    await page.getByText('situation.docx enregistré').waitFor({ timeout: 130_000 });
    const pictures = execFileSync('unzip', ['-Z1', docx], { encoding: 'utf8' })
      .split('\n')
      .filter((name) => name.endsWith('.png'));
    // map, timeline, tolls, actors, network: each as wide as the text at 300 dpi
    expect(pictures).toHaveLength(5);
    for (const name of pictures) {
      const png = execFileSync('unzip', ['-p', docx, name], { maxBuffer: 50_000_000 });
      const [width, height] = pngSize(png);
      expect(width).toBe(2055);
      expect(height).toBeGreaterThan(300);
      // an empty picture of this size takes a few kilobytes
      expect(png.length).toBeGreaterThan(name.endsWith('image1.png') ? 250_000 : 15_000);
    }
    expect(complaints.filter((line) => !line.includes('GL Driver Message'))).toEqual([]);
  });
});
