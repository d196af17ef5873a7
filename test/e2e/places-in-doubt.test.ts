/** One name for several places, a name that held only until a day, two names for one place. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { choose, dialog, expectVisible, fill, incidentRow, pick, press } from '../helpers/hands.ts';

describe('places in doubt', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp();
    await run.answerDialogs(join(run.folder, 'Doubt.cairn'));
    await press(run.page, /^New case/);
    const box = dialog(run.page, 'New case');
    await fill(box, 'Title of the case', 'Doubt');
    await box.getByRole('button', { name: 'Choose where to keep it…' }).click();
    await expectVisible(run.page.getByText('No incidents yet'));
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  async function newIncident(title: string) {
    await run.page.keyboard.press('Control+i');
    const form = run.page.getByRole('form', { name: 'New incident' });
    await fill(form, 'Title', title);
    return form;
  }

  test('Namissiguima: which one is told by its province and chosen beside a map', async () => {
    const { page } = run;
    const form = await newIncident('Attack at Namissiguima');
    await pick(page, form, 'Place', 'Namissiguima', /^Namissiguima.*Yatenga/);
    await expectVisible(form.getByText(/Namissiguima: 2 places in Burkina Faso/));
    await press(form, 'Compare…');
    const box = dialog(page, 'Which Namissiguima?');
    await box.getByRole('radio', { name: /Sanmatenga/ }).click({ force: true });
    await press(box, 'Take this place');
    await expectVisible(form.getByText(/^Sanmatenga, Centre-Nord/));
    await press(form, /^Save/);
    await expectVisible(incidentRow(page, /Namissiguima.*Sanmatenga|Sanmatenga/));
  });

  test('Soum after July 2025 is the region: the province is doubted and the region offered', async () => {
    const { page } = run;
    const form = await newIncident('Attack in Soum');
    await pick(page, form, 'Place', 'Soum', /^Soum.*province/);
    await form.getByRole('textbox', { name: 'Day', exact: true }).first().fill('5 September 2025');
    await page.keyboard.press('Tab');
    await expectVisible(form.getByText('“Soum” did not have this name on the day of the incident'));
    await press(form, 'Take Soum (region)');
    await form
      .getByText('“Soum” did not have this name on the day of the incident')
      .waitFor({ state: 'detached' });
    await press(form, /^Save/);
    await expectVisible(incidentRow(page, /Attack in Soum/));
  });

  test('two places of the case become one place with two names, and come apart again by undo', async () => {
    const { page } = run;
    const form = await newIncident('At the other one');
    await pick(page, form, 'Place', 'Namsiguima', /^Add “Namsiguima”/);
    const own = dialog(page, 'Add a place');
    await pick(page, own, 'Province, region or country', 'Sanmatenga', /^Sanmatenga/);
    await press(own, 'Add this place');
    await press(form, /^Save/);
    await incidentRow(page, /At the other one/).click();
    await page
      .getByRole('complementary', { name: 'Inspector' })
      .getByRole('button', { name: 'Namsiguima' })
      .click();
    const box = dialog(page, 'Place of this case');
    await choose(page, box, 'The same place as', /^Namissiguima/);
    await press(box, 'Make them one');
    await box.waitFor({ state: 'detached' });
    await expectVisible(page.getByText('Namissiguima is now a name of Namsiguima'));
    await page.keyboard.press('Control+z');
    await incidentRow(page, /Attack at Namissiguima/).click();
    await expectVisible(
      page
        .getByRole('complementary', { name: 'Inspector' })
        .getByRole('button', { name: 'Namissiguima' }),
    );
  });
});
