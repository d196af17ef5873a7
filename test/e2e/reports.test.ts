import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import {
  keepPicturesOfFailures,
  type LaunchOptions,
  launchApp,
  type RunningApp,
} from '../helpers/app.ts';
import { choose, goTo } from '../helpers/hands.ts';

let running: RunningApp | undefined;

async function launch(options: LaunchOptions): Promise<RunningApp> {
  running = await launchApp(options);
  return running;
}

function pdfText(path: string): string {
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
}
function pages(path: string): string[] {
  return pdfText(path)
    .split('\f')
    .filter((page) => page.trim() !== '');
}
function isTagged(path: string): boolean {
  return /Tagged:\s+yes/.test(execFileSync('pdfinfo', [path], { encoding: 'utf8' }));
}

/** Gives the preview time for its map; software drawing may take longer than anybody waits. */
async function previewDrawn(page: Page): Promise<void> {
  const map = page.locator('.report-sheet .report-figure image').first();
  await map.waitFor({ timeout: 20_000 }).catch(() => undefined);
}

describe('reports', () => {
  afterEach(async () => {
    await running?.close();
    running = undefined;
  });
  keepPicturesOfFailures(() => running);

  test('given the Djibo case, when a brief is saved, then each page holds label, count and text', async () => {
    const { page, folder, answerDialogs, complaints } = await launch({ args: ['--sample'] });
    await page.getByRole('row', { name: /military base at Djibo/ }).click();
    await page.getByRole('navigation').getByText('Reports').click();
    await page
      .getByRole('heading', { name: 'Attack on the military base at Djibo' })
      .first()
      .waitFor();
    await previewDrawn(page);
    const shots = process.env.CAIRN_SHOTS;
    if (shots) await page.screenshot({ path: join(shots, 'reports-brief.png') });
    const path = join(folder, 'brief.pdf');
    await answerDialogs(path);
    await page.getByRole('button', { name: 'Save as PDF…' }).click();
    await page.getByText('brief.pdf saved').waitFor({ timeout: 130_000 });
    const sheets = pages(path);
    expect(sheets.length).toBe(1);
    sheets.forEach((sheet, index) => {
      expect(sheet.match(/TLP:GREEN/g)?.length).toBe(2);
      expect(sheet).toContain(`Page ${index + 1} of 1`);
      expect(sheet).toContain('Figures are reported, not verified.');
    });
    const text = sheets.join('\n').replace(/\s+/g, ' ');
    for (const part of [
      '24–200',
      'SITE Intelligence Group',
      'no figure given',
      'Burkina Faso',
      'Rating key',
    ]) {
      expect(text).toContain(part);
    }
    expect(isTagged(path)).toBe(true);
    // software drawing of the map complains of its own slowness
    expect(complaints.filter((line) => !line.includes('GL Driver Message'))).toEqual([]);
  });

  test('given the Djibo case, when a brief is saved as HTML, then one file shows it without a network', async () => {
    const { app, page, folder, answerDialogs, complaints } = await launch({ args: ['--sample'] });
    await page.getByRole('row', { name: /military base at Djibo/ }).click();
    await page.getByRole('navigation').getByText('Reports').click();
    await previewDrawn(page);
    const path = join(folder, 'brief.html');
    await answerDialogs(path);
    await page.getByRole('button', { name: 'Save as HTML…' }).click();
    await page.getByText('brief.html saved').waitFor({ timeout: 130_000 });
    const html = readFileSync(path, 'utf8');
    expect(html).not.toMatch(/<script|src="(?!data:)|url\((?!["']?#)|@import|blob:/);
    // a window of its own, with nothing of the program in it
    const seen = await app.evaluate(async ({ BrowserWindow }, file) => {
      const window = new BrowserWindow({
        show: false,
        width: 1000,
        height: 1400,
        webPreferences: { offscreen: true, sandbox: true, partition: 'file-only' },
      });
      const asked: string[] = [];
      window.webContents.session.webRequest.onBeforeRequest((details, done) => {
        asked.push(details.url.slice(0, 5));
        done({});
      });
      await window.loadFile(file);
      const read = await window.webContents.executeJavaScript(
        `({
          text: document.body.innerText,
          title: document.title,
          pictures: Array.from(document.querySelectorAll('image'), (image) => image.getAttribute('href').slice(0, 22)),
          headings: Array.from(document.querySelectorAll('h1, h2'), (head) => head.textContent),
          heads: document.querySelectorAll('th[scope=col]').length,
        })`,
      );
      await new Promise((resolve) => setTimeout(resolve, 400));
      const picture = (await window.webContents.capturePage()).toPNG().toString('base64');
      window.destroy();
      return { asked, read, picture };
    }, path);
    const shots = process.env.CAIRN_SHOTS;
    if (shots) writeFileSync(join(shots, 'reports-html.png'), seen.picture, 'base64');
    // its pictures lie inside it
    expect(new Set(seen.asked)).toEqual(new Set(['file:']));
    expect(seen.read.title).toMatch(/^Attack on the military base at Djibo/);
    expect(seen.read.text.match(/TLP:GREEN/g)).toHaveLength(2);
    // the map and the inset that says where it lies
    expect(seen.read.pictures).toEqual(['data:image/png;base64,', 'data:image/png;base64,']);
    expect(seen.read.headings).toContain('Sources');
    expect(seen.read.heads).toBeGreaterThan(5);
    for (const part of ['24–200', 'SITE Intelligence Group', 'no figure given', 'Rating key']) {
      expect(seen.read.text).toContain(part);
    }
    expect(complaints.filter((line) => !line.includes('GL Driver Message'))).toEqual([]);
  });

  test('given the training case in French, when a list is set up, then it is counted, French and many-paged', async () => {
    const { page, folder, answerDialogs } = await launch({ args: ['--training'], lang: 'fr' });
    await page.getByRole('navigation').getByText('Rapports').click();
    await choose(page, page, 'Nature', 'Liste d’incidents');
    await page.getByLabel('Titre').fill('Été au Sahel');
    await page.getByRole('heading', { name: 'Été au Sahel' }).first().waitFor();
    await previewDrawn(page);
    const shots = process.env.CAIRN_SHOTS;
    if (shots) await page.screenshot({ path: join(shots, 'reports-list-fr.png') });
    const path = join(folder, 'liste.pdf');
    await answerDialogs(path);
    await page.getByRole('button', { name: 'Enregistrer en PDF…' }).click();
    await page.getByText('liste.pdf enregistré').waitFor({ timeout: 130_000 });
    const sheets = pages(path);
    expect(sheets.length).toBeGreaterThan(2);
    for (const sheet of sheets) {
      expect(sheet.match(/TLP:RED/g)?.length).toBe(2);
      expect(sheet).toContain('INVENTÉ POUR L’EXERCICE');
    }
    // the head of the table stands on each page that holds rows
    expect(sheets.filter((sheet) => /Nº\s+Date\s+Lieu/.test(sheet)).length).toBeGreaterThan(2);
    expect(pdfText(path)).toContain('peut-être le même que le nº');
  });

  test('given a period, when a situation report is saved, then it counts, compares and names its gaps', async () => {
    const { page, folder, answerDialogs, complaints } = await launch({ args: ['--sample'] });
    await page.getByRole('navigation').getByText('Reports').click();
    await choose(page, page, 'Kind', 'Situation report');
    // the week of the latest incident stands there already
    await page
      .getByRole('heading', { name: /^Situation,/ })
      .first()
      .waitFor();
    await page.getByRole('textbox', { name: 'From', exact: true }).fill('8 May 2025');
    await page.getByRole('textbox', { name: 'To', exact: true }).fill('1 May 2025');
    await page.getByText('The period ends before it begins.').waitFor();
    await page.getByRole('textbox', { name: 'To', exact: true }).fill('14 May 2025');
    await page
      .getByRole('heading', { name: 'Situation, 8 May 2025 to 14 May 2025' })
      .first()
      .waitFor();
    await page
      .getByRole('img', { name: /Incidents by day/ })
      .first()
      .waitFor();
    await previewDrawn(page);
    const shots = process.env.CAIRN_SHOTS;
    if (shots) await page.screenshot({ path: join(shots, 'reports-sitrep.png') });
    const path = join(folder, 'sitrep.pdf');
    await answerDialogs(path);
    await page.getByRole('button', { name: 'Save as PDF…' }).click();
    await page.getByText('sitrep.pdf saved').waitFor({ timeout: 130_000 });
    const text = pdfText(path).replace(/\s+/g, ' ');
    for (const part of [
      '3 incidents; mean of the four periods before',
      'Against earlier periods',
      'has no date and stands in no period',
      'Sahel, Burkina Faso',
    ]) {
      expect(text).toContain(part);
    }
    for (const sheet of pages(path)) expect(sheet.match(/TLP:GREEN/g)?.length).toBe(2);
    expect(isTagged(path)).toBe(true);
    expect(complaints.filter((line) => !line.includes('GL Driver Message'))).toEqual([]);
  });

  test('given a week, when a trend note is saved, then it tells it beside those before', async () => {
    const { page, folder, answerDialogs, complaints } = await launch({
      args: ['--training'],
      lang: 'fr',
    });
    await page.getByRole('navigation').getByText('Rapports').click();
    await choose(page, page, 'Nature', 'Note hebdomadaire de tendance');
    await page.getByRole('textbox', { name: 'Semaine du' }).fill('mai 2025');
    await page.getByText('Du lundi 26 mai 2025 au dimanche 1 juin 2025.').waitFor();
    await page
      .getByRole('heading', { name: /^Tendances, semaine du 26 mai 2025 au/ })
      .first()
      .waitFor();
    await previewDrawn(page);
    const path = join(folder, 'tendances.pdf');
    await answerDialogs(path);
    await page.getByRole('button', { name: 'Enregistrer en PDF…' }).click();
    await page.getByText('tendances.pdf enregistré').waitFor({ timeout: 130_000 });
    const sheets = pages(path);
    for (const sheet of sheets) expect(sheet.match(/TLP:RED/g)?.length).toBe(2);
    const text = sheets.join('\n').replace(/\s+/g, ' ');
    for (const part of [
      'Semaine par semaine',
      'Face aux 52',
      'Réserves',
      'Méthode. Les semaines',
    ]) {
      expect(text).toContain(part);
    }
    // the head of a table never stands alone at the end of a page
    for (const sheet of sheets) expect(sheet).not.toMatch(/Face aux 52\s+Page \d/);
    expect(isTagged(path)).toBe(true);
    expect(complaints.filter((line) => !line.includes('GL Driver Message'))).toEqual([]);
  });

  test('given an actor, then its profile is one menu away and holds what the case knows', async () => {
    const { page } = await launch({ args: ['--sample'] });
    await goTo(page, 'Actors');
    await page
      .getByRole('row', { name: /Nusrat/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^More on: Jama/ }).click();
    await page.getByRole('menuitem', { name: 'Profile as a report' }).click();
    await page.getByRole('heading', { name: /^Jama/ }).first().waitFor();
    for (const name of ['Relations', 'Incidents', 'What it claims']) {
      await page.getByRole('heading', { name, exact: true }).first().waitFor();
    }
    await previewDrawn(page);
    const shots = process.env.CAIRN_SHOTS;
    if (shots) await page.screenshot({ path: join(shots, 'reports-profile.png') });
    await choose(page, page, 'Kind', 'Chronology');
    await page.getByRole('heading', { name: 'Without a date' }).first().waitFor();
  });

  test('given a label lower than a part, when chosen, then it is refused with the label it needs', async () => {
    const { page } = await launch({ args: ['--training'] });
    await page.getByRole('row', { name: /Drone strike/ }).click();
    await page.getByRole('navigation').getByText('Reports').click();
    await page
      .getByRole('heading', { name: /Drone strike/ })
      .first()
      .waitFor();
    await page.getByRole('button', { name: /TLP/ }).first().click();
    await page.getByRole('option', { name: /TLP:GREEN/ }).click();
    await page.getByRole('button', { name: 'Use TLP:AMBER' }).waitFor();
    const save = page.getByRole('button', { name: 'Save as PDF…' });
    await expect.poll(() => save.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Use TLP:AMBER' }).click();
    await page
      .getByRole('heading', { name: /Drone strike/ })
      .first()
      .waitFor();
    await expect.poll(() => save.isDisabled()).toBe(false);
  });
});
