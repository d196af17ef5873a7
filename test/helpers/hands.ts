/** What an analyst's hands do, by role and accessible name. No selectors of the page's own classes. */
import type { Locator, Page } from 'playwright-core';

type Scope = Page | Locator;

export function dialog(page: Page, name: string | RegExp): Locator {
  return page.getByRole('dialog', { name });
}

export async function press(scope: Scope, name: string | RegExp): Promise<void> {
  await scope
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
}

export async function fill(scope: Scope, label: string | RegExp, text: string): Promise<void> {
  await scope
    .getByRole('textbox', { name: label, exact: typeof label === 'string' })
    .first()
    .fill(text);
}

/** A select: its button shows the label and the value; options appear in a list box. */
export async function choose(
  page: Page,
  scope: Scope,
  label: string,
  option: string | RegExp,
): Promise<void> {
  await scope
    .getByRole('button', { name: new RegExp(`${escaped(label)}$`) })
    .first()
    .click();
  await page.getByRole('option', { name: option }).first().click();
}

/** A combo box with suggestions: types, waits for the one that matches and takes it. */
export async function pick(
  page: Page,
  scope: Scope,
  label: string,
  typed: string,
  option: string | RegExp,
): Promise<void> {
  const box = scope.getByRole('combobox', { name: label }).first();
  await box.click();
  await box.fill(typed);
  await page
    .getByRole('option', { name: option, exact: typeof option === 'string' })
    .first()
    .click();
}

export async function goTo(page: Page, screen: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: screen })
    .click();
}

/** A row of the incident table by words in it. */
export function incidentRow(page: Page, words: string | RegExp): Locator {
  return page.getByRole('grid', { name: 'Incidents' }).getByRole('row', { name: words });
}

export async function expectVisible(locator: Locator): Promise<void> {
  await locator.first().waitFor({ state: 'visible' });
}

/** Escape, until no dialog stands any more: while one goes, the shortcuts of the screens wait. */
export async function leaveDialogs(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').first().waitFor({ state: 'detached' });
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
