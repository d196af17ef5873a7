/**
 * The source reader: words selected by keyboard become claim, toll, actor, place, date, incident and
 * note by one key each; search, passages, lost ones, a corrected text and its versions, mentions.
 */
import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { dialog, expectVisible, goTo, pick, press } from '../helpers/hands.ts';

const text = [
  '🚨 Dépêche. Dimanche matin, des combattants du GSIM ont attaqué le camp de Djibo.',
  'Un habitant parle d’une trentaine de soldats tués. Le gouvernement n’a donné aucun bilan.',
  'قال سكان المدينة إن العشرات قتلوا في هجوم جيبو.',
].join('\n');

function reader(page: Page) {
  return page.getByRole('textbox', { name: 'Text of the source' });
}

/** By keyboard: to the start of the text, on to the words, over them with Shift. */
async function select(page: Page, words: string): Promise<void> {
  const before = await page.evaluate(
    ([wanted]) => {
      const root = document.querySelector('[role=textbox][aria-readonly=true]');
      const paragraphs = [...(root?.querySelectorAll('p') ?? [])].map((p) => p.textContent ?? '');
      const all = paragraphs.join('\n');
      const at = all.indexOf(wanted ?? '');
      const count = (part: string) =>
        [...new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(part)].length;
      return at < 0 ? undefined : count(all.slice(0, at));
    },
    [words],
  );
  if (before === undefined) throw new Error(`no "${words}" in the text`);
  const length = [...new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(words)].length;
  await reader(page).focus();
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < before; i += 1) await page.keyboard.press('ArrowRight');
  for (let i = 0; i < length; i += 1) await page.keyboard.press('Shift+ArrowRight');
  await expect
    .poll(() => page.evaluate(() => document.getSelection()?.toString() ?? ''))
    .toBe(words);
}

/** As a double click does; arrows go the other way in Arabic. */
async function selectWord(page: Page, word: string): Promise<void> {
  await reader(page).focus();
  await page.evaluate((wanted) => {
    const root = document.querySelector('[role=textbox][aria-readonly=true]');
    if (root === null) throw new Error('no text');
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`no "${wanted}"`);
  }, word);
  await expectVisible(page.getByRole('toolbar', { name: 'Make something of the selected words' }));
}

async function isInText(page: Page): Promise<boolean> {
  return reader(page).evaluate((element) => element === document.activeElement);
}

/** Saves the dialog by keyboard and waits until the text has the focus again. */
async function saveAndReturn(page: Page, name: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await dialog(page, name).waitFor({ state: 'detached' });
  await expect.poll(() => isInText(page)).toBe(true);
}

async function passagesTab(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^Passages/ }).click();
}

function passageItem(page: Page, words: string | RegExp) {
  return page.getByRole('listitem').filter({ has: page.getByRole('button', { name: words }) });
}

describe('the source reader', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'] });
    const { page } = run;
    await page.evaluate(async (body) => {
      const { call } = Reflect.get(window, 'cairn') as {
        call(name: string, args: unknown): Promise<unknown>;
      };
      const values = {
        title: 'Dépêche sur Djibo',
        text: body,
        published: '2025-05-13',
        language: 'fr',
      };
      await call('record/save', { ops: [{ do: 'create', table: 'source', values }] });
    }, text);
    await goTo(page, 'Sources');
    await page.getByRole('option', { name: /Dépêche sur Djibo/ }).click();
    await reader(page).waitFor();
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  test('I makes an incident with its date counted from the publication, and work goes on behind it', async () => {
    const { page } = run;
    await select(page, 'attaqué le camp');
    await page.keyboard.press('i');
    const box = dialog(page, 'Incident told here');
    await box.waitFor();
    await expectVisible(box.getByText('11 May 2025').first());
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Attaque du camp de Djibo');
    await saveAndReturn(page, 'Incident told here');
    // the caret stands behind the words, nothing is selected
    await expect.poll(() => page.evaluate(() => document.getSelection()?.isCollapsed)).toBe(true);
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe(' de');
  });

  test('T makes a toll with the figure read from the words', async () => {
    const { page } = run;
    await select(page, 'une trentaine de soldats tués');
    await page.keyboard.press('t');
    const box = dialog(page, 'New claim');
    await box.waitFor();
    await expectVisible(box.getByRole('button', { name: /^About/ }));
    await expectVisible(box.getByRole('button', { name: /^Military/ }));
    await expect.poll(() => box.getByRole('textbox', { name: 'Number' }).inputValue()).toBe('30');
    await expectVisible(box.getByRole('combobox', { name: /Incident/ }));
    await expect
      .poll(() => box.getByRole('combobox', { name: /Incident/ }).inputValue())
      .toBe('Attaque du camp de Djibo');
    await saveAndReturn(page, 'New claim');
  });

  test('A finds the actor by its other name; P and D, by their letters, the place and the date', async () => {
    const { page } = run;
    await select(page, 'GSIM');
    await page.keyboard.press('a');
    const actor = dialog(page, 'Actor named here');
    await actor.waitFor();
    if ((await actor.getByRole('combobox', { name: /Actor/ }).inputValue()) === 'GSIM') {
      await pick(page, actor, 'Actor', 'JNIM', /Nusrat/);
      await actor.getByText('as one of its names').click();
    }
    await saveAndReturn(page, 'Actor named here');

    await select(page, 'Djibo');
    await page.keyboard.press('p');
    const place = dialog(page, 'Place named here');
    await expectVisible(place.getByText(/Burkina Faso/));
    await place.getByText('Where an incident was').click();
    await saveAndReturn(page, 'Place named here');

    await select(page, 'Dimanche matin');
    await page.keyboard.press('d');
    const date = dialog(page, 'New claim');
    await date.waitFor();
    await expectVisible(date.getByText(/Sunday.*11 May 2025/).first());
    await saveAndReturn(page, 'New claim');
  });

  test('N notes on Arabic words, and C claims by mouse from the bar at the words', async () => {
    const { page } = run;
    await selectWord(page, 'العشرات');
    await page.keyboard.press('n');
    await dialog(page, 'Note on these words').waitFor();
    await page.keyboard.type('Dozens, by residents.');
    await saveAndReturn(page, 'Note on these words');

    await select(page, 'aucun bilan');
    await page
      .getByRole('toolbar', { name: 'Make something of the selected words' })
      .getByRole('button', { name: 'Selected words: claim' })
      .click();
    await dialog(page, 'New claim').waitFor();
    await saveAndReturn(page, 'New claim');
  });

  test('without selected words a key says what is missing', async () => {
    const { page } = run;
    await reader(page).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('t');
    await expectVisible(page.getByText('Select the words first.'));
  });

  test('the passages are listed in the order of the text with what they lead to', async () => {
    const { page } = run;
    await passagesTab(page);
    const quotes = page
      .getByRole('tabpanel')
      .getByRole('button', { name: /^(Claim|Toll|Actor|Place|Date|Incident|Note):/ });
    await expect
      .poll(() => quotes.allTextContents())
      .toEqual([
        'Date: Dimanche matin',
        'Actor: GSIM',
        'Incident: attaqué le camp',
        'Place: Djibo',
        'Toll: une trentaine de soldats tués',
        'Claim: aucun bilan',
        'Note: العشرات',
      ]);
    await expectVisible(page.getByText('Dozens, by residents.'));
    await reader(page).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expectVisible(page.locator('[data-passage][data-current]', { hasText: 'GSIM' }));
    await page.keyboard.press('k');
    await expectVisible(page.locator('[data-passage][data-current]', { hasText: 'Dimanche' }));
  });

  test('Ctrl+F searches the text without regard to accents, and goes on with Enter and F3', async () => {
    const { page } = run;
    await reader(page).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+f');
    const box = page.getByRole('searchbox', { name: 'Search in the text' });
    await box.waitFor();
    await page.keyboard.type('depeche');
    await expectVisible(page.getByText('1 of 1'));
    await box.fill('de');
    const count = page.getByRole('status').filter({ hasText: /^\d+ of \d+$/ });
    await expect.poll(() => count.textContent()).toMatch(/^1 of \d+$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => count.textContent()).toMatch(/^2 of/);
    await page.keyboard.press('Shift+Enter');
    await expect.poll(() => count.textContent()).toMatch(/^1 of/);
    const marked = await page.evaluate(() => CSS.highlights.get('reader-found')?.size ?? 0);
    expect(marked).toBeGreaterThan(3);
    await box.fill('قتلوا');
    await expectVisible(page.getByText('1 of 1'));
    await page.keyboard.press('Escape');
    await expect.poll(() => isInText(page)).toBe(true);
    await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe('قتلوا');
  });

  test('overlapping passages are chosen from a list, by Enter at the caret', async () => {
    const { page } = run;
    await select(page, 'soldats');
    await page.keyboard.press('n');
    await dialog(page, 'Note on these words').waitFor();
    await page.keyboard.type('Which unit?');
    await saveAndReturn(page, 'Note on these words');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    const menu = page.getByRole('menu', { name: 'Which passage?' });
    await menu.getByRole('menuitem', { name: /Toll/ }).waitFor();
    await menu.getByRole('menuitem', { name: /Which unit/ }).click();
    await expectVisible(page.locator('[data-passage][data-current]', { hasText: 'Which unit' }));
  });

  test('a correction shows before it is saved what becomes of the passages; lost ones are mended', async () => {
    const { page } = run;
    await press(page, 'More about the text');
    await page.getByRole('menuitem', { name: 'Correct the text…' }).click();
    const box = dialog(page, 'Correct the text');
    const corrected = `CORRIGÉ. ${text.replace('Le gouvernement n’a donné aucun bilan', 'Rien du gouvernement')}`;
    await box.getByRole('textbox', { name: 'Text', exact: true }).fill(corrected);
    await expectVisible(box.getByText('Saving makes version 2.'));
    await expectVisible(box.getByText('1 passage will be lost'));
    await press(box, /^Save as version 2/);
    await box.waitFor({ state: 'detached' });
    await expectVisible(page.getByText('Text corrected: version 2, 1 passage lost'));
    await expectVisible(reader(page).getByText('CORRIGÉ'));

    const lost = page.getByRole('listitem').filter({ hasText: 'aucun bilan' });
    await expectVisible(page.getByText('Lost passages'));
    await select(page, 'Rien du gouvernement');
    await lost.getByRole('button', { name: /^Actions on/ }).click();
    await page.getByRole('menuitem', { name: 'Put it on the selected words' }).click();
    await expect.poll(() => page.getByText('Lost passages').count()).toBe(0);
    await expectVisible(passageItem(page, 'Claim: Rien du gouvernement'));
  });

  test('versions are shown with what each changed', async () => {
    const { page } = run;
    await press(page, 'More about the text');
    await page.getByRole('menuitem', { name: 'Versions of the text…' }).click();
    const box = dialog(page, 'Versions of the text');
    await expectVisible(box.getByText('Compared with version 1 before it.'));
    await expectVisible(box.locator('ins', { hasText: 'CORRIGÉ' }));
    await expectVisible(box.locator('del', { hasText: 'aucun bilan' }));
    await box.getByRole('option', { name: /Version 1/ }).click();
    await expectVisible(box.getByText('The text as it was entered.'));
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
  });

  test('from an actor each mention is read in its sentence and gone through in the sources', async () => {
    const { page } = run;
    await goTo(page, 'Actors');
    await page
      .getByRole('row', { name: /Nusrat/ })
      .first()
      .click();
    const mention = page.getByRole('button', { name: /des combattants du GSIM ont attaqué/ });
    await mention.click();
    const bar = page.getByRole('region', { name: 'Mentions' });
    await expectVisible(bar.getByText(/^Mention \d of \d+:/));
    await expectVisible(page.locator('[data-current]', { hasText: 'GSIM' }));
    await press(bar, 'Next mention');
    await expectVisible(page.getByRole('region', { name: 'Mentions' }).getByText(/^Mention/));
  });

  test('keys pressed while marks are drawn into the text keep their step', async () => {
    const { page } = run;
    const body = 'Onze mots. '.repeat(30);
    const sha = createHash('sha256').update(body).digest('hex');
    type Call = (name: string, args: unknown) => Promise<{ readonly value?: { ids: string[] } }>;
    await page.evaluate(
      async ([words, digest]) => {
        const { call } = Reflect.get(window, 'cairn') as { call: Call };
        const create = async (table: string, values: object) =>
          (await call('record/save', { ops: [{ do: 'create', table, values }] })).value?.ids[0];
        const source = await create('source', { title: 'Onze mots', text: words });
        const mark = (start: number) =>
          create('passage', {
            ...{ source_id: source, text_sha256: digest, prefix: '', suffix: '' },
            ...{ start, end: start + 1, exact: words?.[start] },
          });
        // answers how many were made, so that a refused one is seen
        const markSome = async () => {
          const made: unknown[] = [];
          for (let start = 100; start < 160; start += 4) made.push(await mark(start));
          return made.filter((id) => id !== undefined).length;
        };
        Object.assign(window, { markSome });
      },
      [body, sha],
    );
    await goTo(page, 'Sources');
    await page.getByRole('option', { name: /Onze mots/ }).click();
    await expectVisible(reader(page).getByText('Onze mots.'));
    await reader(page).focus();
    await page.keyboard.press('Control+Home');
    await page.evaluate(() => {
      Object.assign(window, { marked: Reflect.get(window, 'markSome')() });
    });
    for (let i = 0; i < 80; i += 1) await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => Reflect.get(window, 'marked'))).toBe(15);
    await expectVisible(page.getByText('15 passages', { exact: true }));
    const before = await reader(page).evaluate((root) => {
      const { focusNode, focusOffset } = document.getSelection() ?? {};
      const range = document.createRange();
      range.setStart(root, 0);
      if (focusNode) range.setEnd(focusNode, focusOffset ?? 0);
      return range.toString().length;
    });
    expect(before).toBe(80);
  });

  test('nothing was complained about', () => {
    expect(run.complaints).toEqual([]);
  });
});
