/** The network: read, grown, opened, pinned, walked by keyboard and by pointer, written to files. */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Graph from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLargeCase } from '../bench/generate-large.ts';
import {
  keepPicturesOfFailures,
  launchApp,
  type RunningApp,
  waitUntilReady,
} from '../helpers/app.ts';
import { choose, expectVisible, fill, press } from '../helpers/hands.ts';
import { removeFolder } from '../helpers/remove-folder.ts';

describe('the network', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-network-'));
  const complaints: string[] = [];
  let run: RunningApp;
  beforeAll(async () => {
    const path = join(folder, 'large.cairn');
    writeLargeCase(path, 3000);
    run = await launchApp({ args: [path] });
    run.page.on('console', (line) => {
      if (line.type() === 'error' && !line.text().includes('GL Driver Message')) {
        complaints.push(line.text());
      }
    });
    run.page.on('pageerror', (error) => complaints.push(String(error)));
    await run.page.keyboard.press('Alt+0');
    await picture().waitFor();
    await settled();
  }, 120_000);
  afterAll(async () => {
    await run.close();
    removeFolder(folder);
  });
  keepPicturesOfFailures(() => run);

  const screen = () => run.page.getByRole('region', { name: 'Network', exact: true });
  const picture = () => screen().getByRole('application', { name: /^Picture of/ });
  const list = () => screen().getByRole('listbox', { name: /^What is shown/ });
  const counts = async () => (await screen().locator('.network-counts').textContent()) ?? '';
  const actorsShown = async () => Number((await counts()).match(/^([\d,]+) of/)?.[1]);
  const details = () => screen().locator('.network-details');
  const settled = () =>
    screen().getByRole('button', { name: 'Lay out anew' }).waitFor({ timeout: 30_000 });
  const title = async () =>
    (await details().getByRole('heading', { level: 2 }).textContent()) ?? '';
  const pick = async (at: number) => {
    await list().getByRole('option').nth(at).click();
    await details().waitFor();
    return title();
  };

  test('shows the actors with most incidents, and more of them when asked', async () => {
    await expect.poll(() => actorsShown()).toBe(60);
    await press(screen(), 'Show more');
    await expect.poll(actorsShown).toBe(120);
    await settled();
    await press(screen(), 'Show fewer');
    await expect.poll(actorsShown).toBe(60);
    await settled();
  });

  test('an actor chosen in the list is told of in plain words', async () => {
    await pick(0);
    await expectVisible(details().getByText(/^Takes part in [\d,]+ of 3,000 incidents/));
    await expectVisible(details().getByText(/^Tied to \d+ others/));
    await expectVisible(details().getByText(/^Belongs to group/));
  });

  test('opened, it brings those tied to it; hidden, it is gone until shown again', async () => {
    await pick(0);
    await press(details(), 'Show what is tied to it');
    await expect.poll(actorsShown).toBeGreaterThan(60);
    await press(details(), 'Close what it brought');
    await expect.poll(actorsShown).toBe(60);
    await press(details(), 'Hide');
    await expect.poll(actorsShown).toBe(59);
    await press(screen(), 'Show hidden (1)');
    await expect.poll(actorsShown).toBe(60);
    await settled();
  });

  test('an actor is pinned and let go again; the others stay where they are', async () => {
    const { page } = run;
    const layoutsBegun = () => page.evaluate(() => Number(Reflect.get(window, 'layoutsBegun')));
    await page.evaluate(() => {
      Reflect.set(window, 'layoutsBegun', 0);
      window.Worker = class extends Worker {
        constructor(...args: ConstructorParameters<typeof Worker>) {
          super(...args);
          Reflect.set(window, 'layoutsBegun', Number(Reflect.get(window, 'layoutsBegun')) + 1);
        }
      };
    });
    await pick(1);
    await press(details(), 'Pin here');
    await expectVisible(details().getByRole('button', { name: 'Unpin', exact: true }));
    await press(screen(), 'Unpin all');
    await expectVisible(details().getByRole('button', { name: 'Pin here' }));
    expect(await layoutsBegun()).toBe(0);
    // what is counted is what lays out
    await press(screen(), 'Lay out anew');
    await expect.poll(layoutsBegun).toBe(1);
    await settled();
  });

  test('arrow keys go along ties, Escape lets go', async () => {
    await pick(0);
    const before = await title();
    await picture().focus();
    for (const key of ['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
      await run.page.keyboard.press(key);
    }
    await run.page.keyboard.press('h');
    await expect.poll(actorsShown).toBe(59);
    await press(screen(), 'Show hidden (1)');
    await expect.poll(actorsShown).toBe(60);
    await expect.poll(() => pick(0)).toBe(before);
    await picture().focus();
    await run.page.keyboard.press('Escape');
    await expectVisible(screen().getByText('Nothing is chosen'));
  });

  test('the shortest ways between two actors are listed with what ties each step', async () => {
    const from = await pick(1);
    await press(details(), 'Ways from here…');
    const to = await pick(4);
    await press(details(), `Ways from ${from} to here`);
    const ways = screen().getByRole('region', { name: `Ways from ${from} to ${to}` });
    await expectVisible(ways.getByText(/shortest way|tied directly/));
    await expectVisible(ways.getByText(/incident/).first());
    await press(ways, 'Close');
    await expect.poll(() => ways.count()).toBe(0);
  });

  test('only ties of chosen roles count', async () => {
    const all = await counts();
    await press(screen(), 'Ties');
    const box = run.page.getByRole('dialog', { name: 'Which ties count' });
    await box.locator('label', { hasText: 'Perpetrator' }).click();
    await run.page.keyboard.press('Escape');
    await expect.poll(counts).not.toBe(all);
    await press(screen(), 'Ties');
    await box.locator('label', { hasText: 'Perpetrator' }).click();
    await run.page.keyboard.press('Escape');
    await expect.poll(counts).toBe(all);
  });

  test('a period narrows the filter, and is cleared', async () => {
    const all = await counts();
    await press(screen(), 'Period');
    const box = run.page.getByRole('dialog', { name: 'Period' });
    await fill(box, 'From (YYYY-MM-DD)', '2022-13-40');
    await expectVisible(box.getByText('A day as 2025-05-11.'));
    await fill(box, 'From (YYYY-MM-DD)', '2022-01-01');
    await press(box, 'Set');
    await expect.poll(counts).not.toBe(all);
    await press(screen(), 'Period');
    await press(box, 'Clear the period');
    await expect.poll(counts).toBe(all);
    await settled();
  });

  test('incidents stand between their actors when asked for', async () => {
    await screen().getByText('Actors and incidents', { exact: true }).click();
    await expect.poll(counts).toMatch(/120 of [\d,]+ incidents/);
    await settled();
    await screen().getByText('Actors', { exact: true }).click();
    await expect.poll(counts).not.toMatch(/incidents/);
    await settled();
  });

  test.each([
    [
      'graphml',
      'Graph for yEd, Gephi, Cytoscape (GraphML)',
      (text: string) => parseGraphml(Graph, text),
    ],
    ['gexf', 'Graph for Gephi (GEXF)', (text: string) => parseGexf(Graph, text)],
  ] as const)('is written as %s, to be read by others', async (ending, name, parse) => {
    const path = join(folder, `out.${ending}`);
    await run.answerDialogs(path);
    await press(screen(), 'Export');
    const box = run.page.getByRole('dialog', { name: 'Export of the network' });
    await choose(run.page, box, 'Form', name);
    await press(box, 'Write…');
    await expect.poll(() => existsSync(path)).toBe(true);
    await expectVisible(run.page.getByText(`out.${ending} was written.`));
    const graph = parse(readFileSync(path, 'utf8'));
    expect(graph.order).toBe(60);
    expect(graph.size).toBeGreaterThan(60);
  });

  test.each([
    ['png', 'Picture (PNG)', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    ['svg', 'Picture (SVG)', Buffer.from('<?xml')],
  ] as const)('is written as a picture in %s', async (ending, name, begin) => {
    const path = join(folder, `out.${ending}`);
    await run.answerDialogs(path);
    await press(screen(), 'Export');
    const box = run.page.getByRole('dialog', { name: 'Export of the network' });
    await choose(run.page, box, 'Form', name);
    await press(box, 'Write…');
    await expect.poll(() => existsSync(path), { timeout: 15_000 }).toBe(true);
    const bytes = readFileSync(path);
    expect(bytes.subarray(0, begin.length)).toEqual(begin);
    expect(bytes.length).toBeGreaterThan(10_000);
  });

  test('a drawing surface that is taken away is given anew; where none is given the list stands alone', async () => {
    const { page } = run;
    const onSurface = (act: 'lose' | 'look') =>
      page.evaluate((wanted) => {
        const canvas = document.querySelector<HTMLCanvasElement>('.network-canvas .sigma-nodes');
        const surface = canvas?.getContext('webgl2');
        if (wanted === 'lose') surface?.getExtension('WEBGL_lose_context')?.loseContext();
        return surface?.isContextLost();
      }, act);
    await expect.poll(() => onSurface('look')).toBe(false);
    expect(await onSurface('lose')).toBe(true);
    await expect.poll(() => onSurface('look')).toBe(false);
    await page.evaluate(() => {
      const prototype = HTMLCanvasElement.prototype as { getContext: unknown };
      const usual = prototype.getContext as (...args: unknown[]) => unknown;
      Reflect.set(window, 'usualSurface', usual);
      prototype.getContext = function (this: unknown, kind: string, ...rest: unknown[]) {
        return kind.includes('webgl') ? null : usual.call(this, kind, ...rest);
      };
    });
    await page.keyboard.press('Alt+1');
    await page.keyboard.press('Alt+0');
    await expectVisible(screen().getByText('No picture can be drawn'));
    await pick(0);
    await page.evaluate(() => {
      const prototype = HTMLCanvasElement.prototype as { getContext: unknown };
      prototype.getContext = Reflect.get(window, 'usualSurface');
    });
    await press(screen(), 'Try again');
    await expect.poll(() => onSurface('look')).toBe(false);
    await page.keyboard.press('Escape');
  });

  test('one actor alone lies in the middle: clicked, dragged and opened there', async () => {
    const { page } = run;
    await page.evaluate(
      (values) => {
        const { call } = Reflect.get(window, 'cairn') as {
          call(name: string, args: unknown): Promise<unknown>;
        };
        return call('app/set-settings', values);
      },
      { layout: { 'network.actors': 1, screen: 'network' } },
    );
    await page.reload();
    await waitUntilReady(page);
    await page.keyboard.press('Alt+0');
    await picture().waitFor();
    await expect.poll(actorsShown).toBe(1);
    await settled();
    const name = (await list().getByRole('option').first().locator('bdi').textContent()) ?? '';
    const box = await picture().boundingBox();
    if (!box) throw new Error('The picture has no size.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    // the picture is drawn a moment after its places are known; two clicks at once would open
    const click = async () => {
      await page.mouse.click(x, y);
      return details().count();
    };
    await expect.poll(click, { interval: 1000, timeout: 15_000 }).toBe(1);
    await expect.poll(() => title()).toBe(name);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 20, { steps: 4 });
    await page.mouse.up();
    await expectVisible(details().getByRole('button', { name: 'Unpin', exact: true }));
    await press(screen(), 'Unpin all');
    await picture().focus();
    await page.keyboard.press('Enter');
    await expectVisible(page.getByRole('heading', { name }).first());
    await expect.poll(() => screen().isVisible()).toBe(false);
  });

  test('nothing was complained of', () => {
    expect(complaints).toEqual([]);
  });
});
