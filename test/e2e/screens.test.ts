/**
 * Every screen in both themes and languages and two sizes: drawn, looked through by axe (nothing
 * serious), and kept as pictures under out/e2e/screens for people to look at.
 */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { runtime } from '../../electron/setup/runtime.mjs';
import { launchApp, type RunningApp } from '../helpers/app.ts';
import { removeFolder } from '../helpers/remove-folder.ts';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const screens = [
  'incidents',
  'map',
  'actors',
  'sources',
  'reports',
  'exchange',
  'history',
  'settings',
  'timeline',
  'network',
];
const pictures = join(runtime().appFolder, 'out', 'e2e', 'screens');

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly string[];
}

async function seriousFindings(page: Page): Promise<readonly Finding[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    interface Result {
      readonly violations: readonly {
        readonly id: string;
        readonly impact: string;
        readonly nodes: readonly { readonly html: string }[];
      }[];
    }
    const axe = Reflect.get(window, 'axe') as {
      run(context: unknown, options: unknown): Promise<Result>;
    };
    // React Aria's own announcer keeps a spoken text in the page for some seconds.
    const result = await axe.run(
      { exclude: [['[data-live-announcer]']] },
      { resultTypes: ['violations'] },
    );
    return result.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, impact, nodes }) => ({
        id,
        impact,
        nodes: nodes.map(({ html }) => html.slice(0, 200)),
      }));
  });
}

/** Rows or records shown, spinners gone: what a person would wait for before looking. */
async function settle(page: Page, screen: string): Promise<void> {
  await page.waitForTimeout(['map', 'reports', 'network'].includes(screen) ? 4000 : 600);
}

async function setSettings(page: Page, patch: Record<string, unknown>): Promise<void> {
  await page.evaluate((values) => {
    const { call } = Reflect.get(window, 'cairn') as {
      call(name: string, args: unknown): Promise<unknown>;
    };
    return call('app/set-settings', values);
  }, patch);
}

/** Opens a record where a screen has one to open, so that it is not looked at empty. */
async function openSomething(page: Page, screen: string): Promise<void> {
  if (screen === 'incidents') await page.getByRole('grid').getByRole('row').nth(1).click();
  if (screen === 'actors')
    await page
      .getByRole('row', { name: /Nusrat/ })
      .first()
      .click();
  if (screen === 'sources' || screen === 'network') await page.getByRole('option').first().click();
}

async function lookAtAll(
  run: RunningApp,
  name: string,
): Promise<Record<string, readonly Finding[]>> {
  const found: Record<string, readonly Finding[]> = {};
  for (const [index, screen] of screens.entries()) {
    // the tenth is Alt+0
    await run.page.keyboard.press(`Alt+${(index + 1) % 10}`);
    await openSomething(run.page, screen);
    await settle(run.page, screen);
    await run.page.screenshot({ path: join(pictures, `${name}-${index + 1}-${screen}.png`) });
    const findings = await seriousFindings(run.page);
    if (findings.length > 0) found[screen] = findings;
  }
  return found;
}

describe('every screen', () => {
  mkdirSync(pictures, { recursive: true });
  test.each([
    { lang: 'en', theme: 'light', width: 1280, height: 800 },
    { lang: 'fr', theme: 'dark', width: 1920, height: 1080 },
  ] as const)('$lang, $theme, $width×$height: nothing serious', async (look) => {
    const userData = mkdtempSync(join(tmpdir(), 'cairn-screens-'));
    const first = await launchApp({ args: ['--sample'], userData });
    await setSettings(first.page, { language: look.lang, theme: look.theme });
    await first.close();
    const run = await launchApp({ ...look, args: ['--sample'], userData });
    try {
      await expect.poll(() => run.page.locator('html').getAttribute('lang')).toBe(look.lang);
      await expect.poll(() => run.page.locator('html').getAttribute('data-theme')).toBe(look.theme);
      expect(await lookAtAll(run, `${look.lang}-${look.theme}-${look.width}`)).toEqual({});
    } finally {
      await run.close();
      removeFolder(userData);
    }
  });

  test('at 200 % zoom the table, the inspector and the menus can still be reached', async () => {
    const run = await launchApp({ args: ['--training'], width: 1280, height: 800 });
    try {
      await run.app.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2);
      });
      // by keyboard: the test tool aims its pointer without regard to the zoom
      await run.page.getByRole('grid').focus();
      await run.page.keyboard.press('ArrowDown');
      await settle(run.page, 'incidents');
      // the test tool's own pictures know nothing of the zoom
      const picture = await run.app.evaluate(async ({ BrowserWindow }) => {
        const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
        return image?.toPNG().toString('base64') ?? '';
      });
      writeFileSync(join(pictures, 'zoom-200-incidents.png'), Buffer.from(picture, 'base64'));
      const overflow = await run.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await seriousFindings(run.page)).toEqual([]);
    } finally {
      await run.close();
    }
  });
});
