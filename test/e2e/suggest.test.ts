/**
 * "Read this for me": a pasted article read in the engine's own thread, its suggestions accepted by
 * keyboard or by mouse into a real case. The article is the Djibo report of May 2025 in our own words.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { dialog, expectVisible, fill, goTo, incidentRow, press } from '../helpers/hands.ts';

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../fixtures/texts', name), 'utf8');
const djibo = fixture('shared/T01_en.txt');

/** Presses keys and counts them; letters of a typed word count each. */
class Strokes {
  count = 0;
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.count += 1;
      await this.#page.keyboard.press(key);
    }
  }
  async type(text: string): Promise<void> {
    this.count += text.length;
    await this.#page.keyboard.type(text);
  }
}

function panel(page: Page): Locator {
  return page.getByRole('region', { name: 'Suggestions from the text' });
}

async function newCase(run: RunningApp): Promise<void> {
  await run.answerDialogs(join(run.folder, 'Reading.cairn'));
  await press(run.page, /^New case/);
  await fill(dialog(run.page, 'New case'), /Title of the case/, 'Reading');
  await run.page.keyboard.press('Enter');
  await expectVisible(run.page.getByText('No incidents yet'));
}

async function addSource(page: Page, title: string, text: string): Promise<void> {
  await goTo(page, 'Sources');
  await press(page, 'New source');
  const box = dialog(page, 'New source');
  await fill(box, 'Text', text);
  await fill(box, /^Title/, title);
  await page.keyboard.press('Control+Enter');
  await box.waitFor({ state: 'detached' });
  await expectVisible(page.getByRole('heading', { name: title }));
}

/** `10 open · 16 accepted · 0 rejected`, with what stands before it. */
async function counts(page: Page): Promise<string> {
  const line = panel(page).getByText(/\d+ open/);
  return ((await line.textContent()) ?? '').replace(/\s+/g, ' ');
}

describe('by keyboard alone', () => {
  let run: RunningApp;
  let page: Page;
  let strokes: Strokes;
  beforeAll(async () => {
    run = await launchApp();
    page = run.page;
    strokes = new Strokes(page);
    await newCase(run);
    await page.keyboard.press('Alt+4');
    await page.getByRole('button', { name: 'New source', exact: true }).first().press('Enter');
    await dialog(page, 'New source').waitFor();
    await run.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), djibo);
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  test('an article is pasted and read, its day asked for once', async () => {
    await strokes.press('Control+v', 'Control+Enter');
    await dialog(page, 'New source').waitFor({ state: 'detached' });
    await expectVisible(page.getByRole('heading', { name: /^DAKAR - The jihadist alliance JNIM/ }));
    await strokes.press('Control+r');
    await panel(page).getByRole('textbox', { name: 'When was this published?' }).waitFor();
    await strokes.type('14 May 2025');
    await strokes.press('Enter');
    await expectVisible(panel(page).getByText(/^\d+ incidents, \d+ claims/));
    await expect.poll(() => counts(page)).toContain('0 accepted');
    await expectVisible(panel(page).getByText('Nothing enters the case until you accept it.'));
    await page.getByText('0 incidents').first().waitFor();
  });

  test('all incidents with their claims and passages stand in the case in under 40 strokes', async () => {
    const question = page.getByRole('group', { name: /^Who is/ });
    const look = async () =>
      (await question.isVisible()) ? await question.textContent() : await counts(page);
    for (let i = 0; i < 30; i += 1) {
      const before = await look();
      if (before?.includes(' 0 open') === true) break;
      await strokes.press((await question.isVisible()) ? 'Enter' : 'a');
      await expect.poll(look, { timeout: 10_000 }).not.toBe(before);
    }
    await expect.poll(() => counts(page)).toMatch(/ 0 open/);
    expect(strokes.count).toBeLessThan(40);

    await page.keyboard.press('Alt+1');
    await expectVisible(incidentRow(page, /11 May 2025.*Armed attack at Djibo.*Djibo/));
    await expectVisible(incidentRow(page, /Armed attack in Loroum.*Loroum.*60/));
    await expectVisible(incidentRow(page, /Armed attack at Sole/));
  });

  test('each claim leads to its words in the source', async () => {
    await incidentRow(page, /Armed attack in Loroum/).click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await expectVisible(inspector.getByText(/says it killed 60 soldiers when it struck/).first());
    await expectVisible(inspector.getByText(/SITE Intelligence Group/).first());
    const claim = inspector.getByRole('article').filter({ hasText: '60 soldiers' });
    await claim
      .filter({ has: page.getByText('60 soldiers', { exact: true }) })
      .getByRole('button', { name: 'Show in the text' })
      .first()
      .click();
    const text = page.getByRole('textbox', { name: 'Text of the source' });
    const lit = async () => (await text.locator('mark[data-current]').allTextContents()).join('');
    await expect.poll(lit).toContain('60 soldiers');
  });

  test('the two that may be one attack are linked, so that nothing counts twice', async () => {
    await page.keyboard.press('Alt+1');
    await incidentRow(page, /Armed attack at Sole/).click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await expectVisible(inspector.getByText(/Possibly the same/i).first());
  });

  test('they are compared, merged by key, and taken apart again by undo', async () => {
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await press(inspector, /^Compare/);
    const box = dialog(page, 'Same attack?');
    await expectVisible(box.getByRole('row', { name: /^Date / }));
    await page.keyboard.press('s');
    await expectVisible(box.getByRole('heading', { name: 'Merge into one incident' }));
    await page.keyboard.press('Control+Enter');
    await expectVisible(box.getByText('Merged into one incident.'));
    await page.keyboard.press('Control+Z');
    await expectVisible(box.getByRole('row', { name: /^Date / }));
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
    await expectVisible(incidentRow(page, /Armed attack at Sole/));
    await expectVisible(incidentRow(page, /Armed attack in Loroum/));
  });

  test('undo takes back one acceptance with all that came with it', async () => {
    await page.keyboard.press('Alt+4');
    const before = await counts(page);
    await page.getByRole('heading', { name: /^DAKAR/ }).click();
    await page.keyboard.press('Control+z');
    await expect.poll(() => counts(page)).not.toBe(before);
    await expect.poll(() => counts(page)).not.toMatch(/ 0 open/);
    expect(run.complaints).toEqual([]);
  });
});

describe('by mouse, in the sample case', () => {
  let run: RunningApp;
  let page: Page;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'] });
    page = run.page;
    await addSource(page, 'Wire report', djibo);
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  test('read without a day: dates stay words, and the day can be given afterwards', async () => {
    await press(page, /^Read this for me/);
    await press(panel(page), /^Read without it/);
    await expectVisible(panel(page).getByText(/The day of publication is not known/));
    await press(panel(page), 'Give the day');
    await fill(panel(page), 'When was this published?', 'yesterday or so');
    await press(panel(page), /^Keep the day and read/);
    await expectVisible(panel(page).getByText(/Not a day that can be read/));
    await fill(panel(page), 'When was this published?', '14 May 2025');
    await press(panel(page), /^Keep the day and read/);
    await expectVisible(panel(page).getByText(/^\d+ incidents/));
    await panel(page)
      .getByText(/The day of publication/)
      .waitFor({ state: 'detached' });
  });

  test('a click in the text looks at its suggestion', async () => {
    const text = page.getByRole('textbox', { name: 'Text of the source' });
    await text.getByText('Sunday morning', { exact: true }).click();
    const current = panel(page).getByRole('button', { name: /^Date: 11 May 2025/ });
    await expectVisible(current);
    await expect.poll(() => current.getAttribute('aria-current')).toBe('true');
    await expectVisible(panel(page).getByText(/before Wednesday 14 May 2025 → 11 May 2025/));
  });

  test('an incident that is in the case already is offered, and takes the words to itself', async () => {
    const head = panel(page).getByRole('button', { name: /^Incident: Armed attack at Djibo/ });
    await head.click();
    await expectVisible(panel(page).getByText('In the case already?'));
    await expectVisible(panel(page).getByText(/same day, same place/));
    const total = page.getByText('4 incidents').first();
    await expectVisible(total);
    await press(panel(page), /^It is this one/);
    await expectVisible(
      panel(page).getByRole('button', { name: /Armed attack at Djibo.*in the case/ }),
    );
    await expectVisible(total);
  });

  test('a figure is changed before it is accepted', async () => {
    await panel(page)
      .getByRole('button', { name: /^Claim: dozens killed/ })
      .click();
    await press(panel(page), /^Change/);
    const question = page.getByRole('group', { name: /^Who is/ });
    const box = dialog(page, 'New claim');
    await question.or(box).first().waitFor();
    if (await question.isVisible())
      await question.getByRole('button', { name: /stays in the words/ }).click();
    await box.waitFor();
    await fill(box, 'What is said', 'Three residents speak of dozens of dead.');
    await page.keyboard.press('Control+Enter');
    await box.waitFor({ state: 'detached' });
    await expectVisible(
      panel(page).getByRole('button', { name: /^Claim: dozens killed.*in the case/ }),
    );
  });

  test('what is rejected stays rejected over a restart, and can be taken back', async () => {
    const gnagna = panel(page).getByRole('button', { name: /^Incident: Armed attack in Gnagna/ });
    await gnagna.click();
    await press(panel(page), /^Reject this incident/);
    await expectVisible(panel(page).getByRole('button', { name: /Gnagna.*rejected/ }));
    const rejected = await counts(page);
    await page.keyboard.press('z');
    await expect.poll(() => counts(page)).not.toBe(rejected);
    await gnagna.click();
    await page.keyboard.press('x');
    await expect.poll(() => counts(page)).toBe(rejected);
    // another source and back, and the page drawn anew: the case and the settings know
    await page.waitForTimeout(600);
    await page.reload();
    await page.waitForSelector('html[data-ready="true"]', { state: 'attached' });
    await goTo(page, 'Sources');
    await page
      .getByRole('option', { name: /Wire report/ })
      .or(page.getByText('Wire report'))
      .first()
      .click();
    await page.keyboard.press('Control+r');
    await expect.poll(() => counts(page)).toBe(rejected);
    expect(run.complaints).toEqual([]);
  });
});

describe('texts that say nothing of the kind', () => {
  let run: RunningApp;
  let page: Page;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'] });
    page = run.page;
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  test('a festival gives no incident, and the panel says why that may be', async () => {
    await addSource(page, 'Festival', fixture('shared/T20_fr.txt'));
    await press(page, /^Read this for me/);
    await page.keyboard.press('Enter');
    await expectVisible(panel(page).getByText('No incident found in this text'));
    expect(
      await panel(page)
        .getByRole('button', { name: /^Incident:/ })
        .count(),
    ).toBe(0);
  });

  test('an Arabic text is not read, and the panel says so', async () => {
    const arabic =
      'هاجم مسلحون قاعدة عسكرية في مدينة جيبو شمال بوركينا فاسو يوم الأحد وقتلوا جنودا';
    await addSource(page, 'Arabic', arabic);
    await press(page, /^Read this for me/);
    await page.keyboard.press('Enter');
    await expectVisible(panel(page).getByText('This text is in another script'));
  });
});

describe('a long reading', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'] });
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  test('can be cancelled, and the next one is read all the same', async () => {
    const { page } = run;
    // written by a call: what is tested is the reading, not the pasting
    const text = `${djibo}\n\n`.repeat(60);
    await page.evaluate(async (long) => {
      const { call } = Reflect.get(window, 'cairn') as {
        call(name: string, args: unknown): Promise<unknown>;
      };
      const values = { title: 'Very long', text: long, published: '2025-05-14', language: 'en' };
      await call('record/save', { ops: [{ do: 'create', table: 'source', values }] });
    }, text);
    await goTo(page, 'Sources');
    await page.getByRole('option', { name: /^Very long/ }).click();
    await press(page, /^Read this for me/);
    await press(panel(page), 'Cancel');
    await expectVisible(panel(page).getByText(/Finds incidents, figures, who says so/));
    await addSource(page, 'Short', djibo);
    await press(page, /^Read this for me/);
    await page.keyboard.press('Enter');
    await expectVisible(panel(page).getByText(/^\d+ incidents/));
    expect(run.complaints).toEqual([]);
  });
});

describe('in French', () => {
  let run: RunningApp;
  let page: Page;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'], lang: 'fr' });
    page = run.page;
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  test('a French article is read and accepted in a French window', async () => {
    await page.keyboard.press('Alt+4');
    await press(page, 'Nouvelle source');
    const box = dialog(page, 'Nouvelle source');
    await fill(box, 'Texte', fixture('H02_fr.txt'));
    await page.keyboard.press('Control+Enter');
    await box.waitFor({ state: 'detached' });
    await press(page, /^Lire pour moi/);
    const side = page.getByRole('region', { name: 'Suggestions tirées du texte' });
    await side.getByRole('textbox', { name: /jour ce texte/ }).fill('15 mai 2025');
    await page.keyboard.press('Enter');
    await expectVisible(side.getByText(/\d+ incidents?, \d+ allégations?/));
    const head = side.getByRole('button', { name: /^Incident\s: Attaque armée à Dembo/ });
    await head.click();
    await page.keyboard.press('a');
    const question = page.getByRole('group', { name: /^Qui est/ });
    for (let i = 0; i < 8; i += 1) {
      await page.waitForTimeout(700);
      if (!(await question.isVisible())) break;
      await page.keyboard.press('Enter');
    }
    await expectVisible(
      side.getByRole('button', { name: /Attaque armée à Dembo.*dans le dossier/ }),
    );
    await expect.poll(() => side.textContent()).not.toMatch(/\b(the|killed|said|who|target)\b/i);
    expect(run.complaints).toEqual([]);
  });
});
