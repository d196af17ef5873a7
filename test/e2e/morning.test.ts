/**
 * An analyst's morning, by mouse: from a new case through sources, actors, incidents, links, claims and
 * notes to the map, the brief as PDF and the pack for a colleague, who opens it in an empty case.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import {
  choose,
  dialog,
  expectVisible,
  fill,
  goTo,
  incidentRow,
  pick,
  press,
} from '../helpers/hands.ts';

const articleText = [
  'JNIM said on Sunday that its fighters killed 200 soldiers at the army base in Djibo.',
  'The claim was passed on by the SITE Intelligence Group.',
  'A police station and the market were hit as well. The government has given no figure.',
].join('\n\n');

describe('an analyst’s morning, by mouse', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp();
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  test('makes a new case from the welcome screen', async () => {
    const { page } = run;
    const path = join(run.folder, 'Morning.cairn');
    await run.answerDialogs(path);
    await press(page, /^New case/);
    const box = dialog(page, /New case/);
    await fill(box, 'Title of the case', 'Djibo, a morning');
    await box.getByRole('button', { name: 'Choose where to keep it…' }).click();
    await expectVisible(
      page.getByRole('grid', { name: 'Incidents' }).or(page.getByText('No incidents yet')),
    );
    const title = await run.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getTitle(),
    );
    expect(title).toMatch(/^Djibo, a morning — TLP:[A-Z+]+ — Cairn$/);
    expect(existsSync(path)).toBe(true);
  });

  test('writes down a source with its text and grade', async () => {
    const { page } = run;
    await goTo(page, 'Sources');
    await press(page, 'New source');
    const box = dialog(page, 'New source');
    await fill(box, 'Text', articleText);
    await fill(box, 'Title', 'Press report on Djibo');
    await choose(page, box, 'Reliability', /^B/);
    await press(box, /^Save source/);
    await expectVisible(page.getByRole('heading', { name: 'Press report on Djibo' }));
    await expectVisible(page.getByText('killed 200 soldiers at the army base'));
  });

  test('adds JNIM with its names in three languages and finds it by each', async () => {
    const { page } = run;
    await goTo(page, 'Actors');
    await press(page, 'New actor');
    const box = dialog(page, 'New actor');
    await fill(box, 'Main name', 'Jama’at Nusrat al-Islam wal-Muslimin');
    await choose(page, box, 'Kind', 'Rebel group');
    for (const name of ['JNIM', 'GSIM', 'جماعة نصرة الإسلام والمسلمين']) {
      await press(box, 'Add a name');
      await box.getByRole('textbox', { name: 'Name', exact: true }).last().fill(name);
      if (name.length > 4) continue;
      await box
        .getByRole('button', { name: /Kind of name$/ })
        .last()
        .click();
      await page.getByRole('option', { name: 'Acronym' }).click();
    }
    await press(box, /^Save/);
    await box.waitFor({ state: 'detached' });
    for (const typed of ['gsim', 'نصرة', 'jama’at nusrat']) {
      await page
        .getByRole('textbox', { name: 'Find an actor' })
        .or(page.getByRole('searchbox', { name: 'Find an actor' }))
        .first()
        .fill(typed);
      await expectVisible(page.getByRole('row', { name: /Nusrat al-Islam/ }));
    }
  });

  test('records the incident, with its date in doubt and its place from the gazetteer', async () => {
    const { page } = run;
    await goTo(page, 'Incidents');
    await press(page, 'New incident');
    const form = page.getByRole('form', { name: 'New incident' });
    await press(form, /^Save/);
    await expectVisible(form.getByText('Give the incident a title.'));
    await fill(form, 'Title', 'Attack on the military base at Djibo');
    await choose(page, form, 'Event type', 'Battles');
    await choose(page, form, 'Sub-event type', 'Armed clash');
    await choose(page, form, 'Kind of date', 'Exactly');
    await fill(form, 'Day', '11 May 2025');
    await pick(page, form, 'Place', 'Djibbo', /^Djibo.*Soum/);
    await press(form, /^Save/);
    await expectVisible(incidentRow(page, /Attack on the military base at Djibo/));
    await expectVisible(incidentRow(page, /11 May 2025.*Djibo/));
  });

  test('links the actor with role and attribution', async () => {
    const { page } = run;
    await incidentRow(page, /military base at Djibo/).click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await press(inspector, 'Link an actor');
    const box = dialog(page, 'Link an actor');
    await pick(page, box, 'Actor', 'gsim', /Nusrat/);
    await choose(page, box, 'Role', 'perpetrator');
    await choose(page, box, 'Attribution', 'claimed');
    await press(box, /^Save/);
    await box.waitFor({ state: 'detached' });
    await expectVisible(incidentRow(page, /JNIM/));
  });

  test('records what is claimed and that no official figure was given', async () => {
    const { page } = run;
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await press(inspector, 'Record a claim');
    const box = dialog(page, 'New claim');
    await fill(box, 'What is said', 'JNIM says it killed 200 soldiers.');
    await pick(page, box, 'Source', 'Press', /Press report on Djibo/);
    await pick(page, box, 'Claimed by', 'jnim', /Nusrat/);
    await press(box, 'Add a figure');
    await choose(page, box, 'Who', /military/i);
    await fill(box, 'Number', '200');
    await press(box, /^Save claim/);
    await box.waitFor({ state: 'detached' });
    await expectVisible(incidentRow(page, /200/));

    await press(inspector, 'Record a claim');
    const second = dialog(page, 'New claim');
    await fill(second, 'What is said', 'The government gives no figure.');
    await press(second, 'Add a figure');
    await choose(page, second, 'As stated', /no figure given/i);
    await press(second, /^Save claim/);
    await second.waitFor({ state: 'detached' });
    await expectVisible(inspector.getByText('no figure given'));
    await expectVisible(incidentRow(page, /200/));
  });

  test('writes a note, finds it by its words, deletes and gets it back by undo', async () => {
    const { page } = run;
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await press(inspector, 'Add a note');
    await inspector
      .getByRole('textbox', { name: 'Note' })
      .fill('Ask the **hospital** for its register.');
    await press(inspector, /^Save note/);
    await expectVisible(inspector.getByText('hospital'));
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('combobox', { name: 'Find anything' });
    await palette.fill('hospital');
    await expectVisible(page.getByRole('option', { name: /hospital/ }));
    await page.keyboard.press('Escape');
    await incidentRow(page, /military base at Djibo/).click();
    await page.keyboard.press('Delete');
    await incidentRow(page, /military base at Djibo/).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await expectVisible(incidentRow(page, /military base at Djibo.*JNIM|JNIM.*military base/));
    await page.keyboard.press('Control+Shift+z');
    await incidentRow(page, /military base at Djibo/).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await expectVisible(incidentRow(page, /military base at Djibo/));
  });

  test('sees it on the map and opens it there', async () => {
    const { page } = run;
    await goTo(page, 'Map');
    await expectVisible(page.getByText('1 incident on the map'));
    await page
      .getByRole('listbox', { name: 'Incidents in view' })
      .or(page.getByRole('grid', { name: 'Incidents in view' }))
      .or(page.getByRole('list', { name: 'Incidents in view' }))
      .getByText('Attack on the military base')
      .first()
      .click();
    await expectVisible(
      page
        .getByRole('complementary', { name: 'Inspector' })
        .getByRole('heading', { name: /military base at Djibo/ }),
    );
  });

  test('prints the incident brief: text selectable, label and pages on every page', async () => {
    const { page } = run;
    const pdf = join(run.folder, 'brief.pdf');
    await run.answerDialogs(pdf);
    await goTo(page, 'Reports');
    await press(page, 'Save as PDF…');
    // The map at 300 dpi is drawn in software here.
    await page
      .getByText(/brief\.pdf saved/)
      .first()
      .waitFor({ timeout: 120_000 });
    const info = spawnSync('pdfinfo', [pdf], { encoding: 'utf8' }).stdout;
    const text = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout;
    const pages = Number(/Pages:\s+(\d+)/.exec(info)?.[1]);
    expect(info).toMatch(/Title:\s+.*Djibo/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(text).toContain('200');
    expect(text).toContain('Press report on Djibo');
    const sheets = text.split('\f').slice(0, pages);
    expect(sheets).toHaveLength(pages);
    for (const [index, sheet] of sheets.entries()) {
      expect(sheet.match(/TLP:[A-Z+]+/g)?.length).toBeGreaterThanOrEqual(2);
      expect(sheet).toMatch(new RegExp(`Page\\s+${index + 1}\\s+of\\s+${pages}`));
    }
  });

  test('hands the case to a colleague as a pack', async () => {
    const { page } = run;
    const pack = join(run.folder, 'morning.cairnpack');
    await run.answerDialogs(pack);
    await goTo(page, 'Exchange');
    await page.getByRole('tab', { name: 'Export' }).click();
    await press(page, 'Choose a place and export…');
    await expectVisible(page.getByText(/morning\.cairnpack is written/));
    expect(statSync(pack).size).toBeGreaterThan(1000);

    const colleague = await launchApp();
    try {
      const other = colleague.page;
      await colleague.answerDialogs(join(colleague.folder, 'Colleague.cairn'));
      await press(other, /^New case/);
      const box = dialog(other, /New case/);
      await fill(box, 'Title of the case', 'At the colleague’s');
      await box.getByRole('button', { name: 'Choose where to keep it…' }).click();
      await goTo(other, 'Exchange');
      await colleague.answerDialogs(pack);
      await press(other, 'Choose a pack…');
      await expectVisible(other.getByRole('heading', { name: /Preview/ }));
      await press(other, /^Import \d+ records$/);
      await expectVisible(other.getByText('Imported.'));
      await press(other, 'Show only this import');
      await expectVisible(incidentRow(other, /military base at Djibo/));
      await goTo(other, 'Exchange');
      await press(other, /Choose (a|another) pack…/);
      await expectVisible(other.getByText(/Everything in this pack is already in the case/));
    } finally {
      await colleague.close();
    }
  });

  test('nothing complained on the way', () => {
    expect(run.complaints.filter((text) => !text.includes('GL Driver Message'))).toEqual([]);
  });
});
