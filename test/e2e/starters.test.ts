/** Actors of the starter list where an actor is typed: taken with names and relations, in one undo. */
import { afterAll, beforeAll, describe, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { dialog, expectVisible, goTo, press } from '../helpers/hands.ts';

describe('the starter list', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'] });
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  test('offers a group while a new actor is named, and links it to one of the case', async () => {
    const { page } = run;
    await goTo(page, 'Actors');
    await press(page, 'New actor');
    const form = dialog(page, 'New actor');
    await form
      .getByRole('textbox', { name: 'Main name' })
      .first()
      .fill('front de liberation du macina');
    await press(form, 'Katiba Macina');
    const box = dialog(page, 'Add an actor from the starter list');
    await expectVisible(box.getByText(/since 2015/));
    await expectVisible(box.getByRole('checkbox', { name: /part of JNIM/, checked: true }));
    await press(box, /^Add to the case/);
    // its heading and names stand in the box too: only once it is gone are they those of the case
    await box.waitFor({ state: 'detached' });
    await expectVisible(page.getByRole('heading', { name: 'Katiba Macina' }));
    await expectVisible(page.getByText('Macina Liberation Front').first());
    await page.keyboard.press('Control+z');
    await page.getByRole('row', { name: /Katiba Macina/ }).waitFor({ state: 'detached' });
  });

  test('stands under its own heading where an actor is picked; Enter takes the first', async () => {
    const { page } = run;
    await goTo(page, 'Sources');
    await page.getByRole('option', { name: /Press report on the attack/ }).click();
    await page.getByRole('button', { name: 'Record a claim', exact: true }).last().click();
    const form = dialog(page, 'New claim');
    const picker = form.getByRole('combobox', { name: 'Claimed by' }).first();
    await picker.fill('boko');
    await expectVisible(page.getByText('From the starter list'));
    await expectVisible(page.getByRole('option', { name: /Boko Haram/ }));
    await picker.press('Enter');
    const box = dialog(page, 'Add an actor from the starter list');
    await expectVisible(box.getByText('Boko Haram').first());
    await page.keyboard.press('Enter');
    await box.waitFor({ state: 'detached' });
    await expectVisible(form.getByRole('combobox', { name: 'Claimed by' }).first());
    await page.waitForFunction(() =>
      [...document.querySelectorAll('input')].some(({ value }) => value === 'Boko Haram'),
    );
  });
});
