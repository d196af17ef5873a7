/** House style by keyboard, and what it makes of PDF, HTML and kept reports. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { dialog } from '../helpers/hands.ts';
import { pngFile } from '../helpers/png-file.ts';

let running: RunningApp | undefined;

const tool = (name: string, ...args: string[]) => execFileSync(name, args, { encoding: 'utf8' });
const year = new Date().getUTCFullYear();

async function saved(name: string, button: string, done: string): Promise<string> {
  if (running === undefined) throw new Error('nothing runs');
  const path = join(running.folder, name);
  await running.answerDialogs(path);
  await running.page.getByRole('button', { name: button }).click();
  await running.page.getByText(done).waitFor({ timeout: 130_000 });
  return path;
}

/** Goes to a field of the dialog with the Tab key and types into it. */
async function typeInto(page: Page, label: string, text: string): Promise<void> {
  for (let step = 0; step < 30; step += 1) {
    const isThere = await page
      .getByRole('dialog')
      .getByRole('textbox', { name: label, exact: true })
      .evaluate((field) => field === document.activeElement);
    if (isThere) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

describe('house style', () => {
  afterEach(async () => {
    await running?.close();
    running = undefined;
  });
  keepPicturesOfFailures(() => running);

  test('given organisation, logo, colour, number and Letter, then preview, PDF and HTML wear them', async () => {
    running = await launchApp({ args: ['--sample'] });
    const { page, folder, complaints } = running;
    const png = join(folder, 'logo.png');
    writeFileSync(png, pngFile(1800, 300));
    const noPicture = join(folder, 'letter.png');
    writeFileSync(noPicture, 'no picture at all');
    await page.getByRole('row', { name: /military base at Djibo/ }).click();
    await page.getByRole('navigation').getByText('Reports').click();
    await page.getByRole('button', { name: 'Author, number, paper' }).press('Enter');
    await page.getByRole('button', { name: 'House style…' }).press('Enter');
    const box = dialog(page, 'House style');
    await box.waitFor();
    // it begins in the first field
    await typeInto(page, 'Organisation', 'Observatory of the Wells');
    await typeInto(page, 'Author', 'Desk Sahel');
    await typeInto(page, 'Product numbers', '{{kind}');
    await box.getByText('Only {kind}, {year}, {nnn} and {initials} are known.').waitFor();
    await typeInto(page, 'Product numbers', '{kind}-{year}-{nnn}');
    await box.getByText(`As S-${year}-004; counted for each kind and year.`).waitFor();
    await typeInto(page, 'Colour of headings', '#ffcc00');
    await box.getByText('Too faint on paper: contrast 1.5, at least 4.5 is needed.').waitFor();
    await expect.poll(() => box.getByRole('button', { name: /^Save/ }).isDisabled()).toBe(true);
    await typeInto(page, 'Colour of headings', '#1f4e79');
    await typeInto(page, 'Colour of rules', '#8a5a00');
    for (const [file, shows] of [
      [noPicture, 'This file is no picture that can be read. Choose a PNG, JPEG or WebP.'],
      [png, 'Choose another…'],
    ] as const) {
      const asked = page.waitForEvent('filechooser');
      await box.getByRole('button', { name: 'Choose a logo…' }).press('Enter');
      await (await asked).setFiles(file);
      await box.getByText(shows).waitFor();
    }
    await box.getByRole('radio', { name: 'US Letter' }).press('Space');
    const shots = process.env['CAIRN_SHOTS'];
    if (shots) await page.screenshot({ path: join(shots, 'house-dialog.png') });
    await page.keyboard.press('Control+Enter');
    await page.getByText('House style saved').waitFor();
    await page.locator('.report-sheet img[alt="Observatory of the Wells"]').first().waitFor();
    // 612 by 792 points
    const size = await page.locator('.report-place').first().boundingBox();
    expect((size?.width ?? 0) / (size?.height ?? 1)).toBeCloseTo(612 / 792, 2);
    await page.locator('.report-sheet .report-figure image').first().waitFor();
    if (shots) await page.screenshot({ path: join(shots, 'house-preview.png') });

    // three files follow, and drawing a map for each takes longer than the test may
    await page.getByRole('switch', { name: 'Map' }).press('Space');
    await page.locator('.report-sheet .report-figure image').first().waitFor({ state: 'detached' });
    const pdf = await saved('brief.pdf', 'Save as PDF…', 'brief.pdf saved');
    const facts = tool('pdfinfo', pdf);
    expect(facts).toMatch(/Author:\s+Desk Sahel/);
    expect(facts).toMatch(/Page size:\s+612 x 792 pts \(letter\)/);
    expect(facts).toMatch(/Title:\s+Attack on the military base/);
    expect(facts).toMatch(/Tagged:\s+yes/);
    expect(tool('qpdf', '--check', pdf)).toContain('No syntax or stream encoding errors');
    const [first = '', second = ''] = tool('pdftotext', '-layout', pdf, '-').split('\f');
    expect(first).toContain('Observatory of the Wells');
    expect(second).not.toContain('Observatory of the Wells');
    // a number is given only when it is kept
    expect(first).not.toContain(`B-${year}-001`);

    await page.getByRole('button', { name: 'Keep in the case' }).press('Enter');
    await page.locator('.report-sheet .report-number').first().waitFor();
    const kept = await saved('kept.pdf', 'Save as PDF…', 'kept.pdf saved');
    const sheets = tool('pdftotext', '-layout', kept, '-').split('\f').slice(0, -1);
    for (const sheet of sheets) expect(sheet).toContain(`Incident brief · B-${year}-001`);
    expect(sheets.length).toBe(await page.locator('.report-place').count());
    const html = readFileSync(await saved('kept.html', 'Save as HTML…', 'kept.html saved'), 'utf8');
    expect(html).toContain('<meta name="author" content="Desk Sahel">');
    expect(html).toMatch(/<img alt="Observatory of the Wells" src="data:image\/png;base64,[^"]+">/);
    expect(html).toContain('@page { size: letter; }');
    expect(complaints.filter((line) => !line.includes('GL Driver Message'))).toEqual([]);
  });
});
