/** A sealed and signed pack by the screen: passphrase, who signed, words to compare, import, report, settings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from '../../electron/services/act.ts';
import { exportPack } from '../../electron/services/export-pack.ts';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { dialog, expectVisible, goTo, leaveDialogs, press } from '../helpers/hands.ts';
import { bila, type Laptop, laptop } from '../helpers/laptops.ts';
import { asRaw, entriesOf, temporaryFolder, writeRaw } from '../helpers/pack-builder.ts';

const phrase = 'river bronze candle orbit';

describe('a pack of a colleague', () => {
  let run: RunningApp;
  let there: Laptop;
  let count = 0;
  keepPicturesOfFailures(() => run);
  beforeAll(async () => {
    there = laptop(bila);
    run = await launchApp({ args: ['--sample'] });
    // opening what is sealed is slow on purpose, and slower where others work too
    run.page.setDefaultTimeout(60_000);
  });
  afterAll(async () => {
    there.close();
    await run.close();
  });

  /** One new incident more each time. */
  async function packOf(profile: string, passphrase?: string): Promise<string> {
    count += 1;
    const title = `Attack ${count} on Sollé`;
    act(there.session, { kind: 'create', title }, (tx) => tx.insert('incident', { title }));
    const ending = passphrase === undefined ? 'cairnpack' : 'cairnpack.age';
    const path = join(run.folder, `week-${count}.${ending}`);
    const request = {
      selection: { what: 'case' as const },
      title: `Week ${count}`,
      tlpMax: 'RED' as const,
    };
    await exportPack(there.session, path, { ...request, passphrase }, { profile });
    return path;
  }

  /** A field whose letters are hidden has no role to find it by. */
  const secret = (label: string, text: string) =>
    run.page.getByLabel(new RegExp(`^${label}`)).fill(text);

  async function offer(path: string): Promise<void> {
    await run.answerDialogs(path);
    await press(run.page, /Choose (a|another) pack…/);
  }

  const profile = temporaryFolder();

  test('asks for its passphrase, shows who signed it, and is imported', async () => {
    const { page } = run;
    await goTo(page, 'Exchange');
    await offer(await packOf(profile, phrase));
    await expectVisible(page.getByText('week-1.cairnpack.age is sealed'));
    await secret('Its passphrase', 'wrong words altogether');
    await press(page, 'Open');
    await expectVisible(page.getByText(/That is not it/));
    await secret('Its passphrase', phrase);
    await press(page, 'Open');
    await expectVisible(page.getByText('Signed by Bila, for the first time'));
    await press(page, /^Import \d+ records$/);
    await expectVisible(page.getByText('Imported.'));
  });

  test('what the import was is saved as a file', async () => {
    const { page } = run;
    const report = join(run.folder, 'report.html');
    await run.answerDialogs(report);
    await press(page, 'Save a report…');
    await expectVisible(page.getByText(/saved as report\.html/));
    const html = readFileSync(report, 'utf8');
    expect(html).toContain('signed by a key seen for the first time');
    expect(html).toContain('Week 1');
  });

  test('its key is known the next time, and compared word by word', async () => {
    const { page } = run;
    await offer(await packOf(profile));
    await expectVisible(page.getByText('Signed by Bila', { exact: true }));
    await press(page, 'Compare the words…');
    const box = dialog(page, 'Words of the key of Bila');
    await expect.poll(() => box.getByRole('listitem').count()).toBe(16);
    await press(box, 'All eight are the same');
    await expectVisible(page.getByText('Signed by Bila, compared'));
    await goTo(page, 'Settings');
    await expectVisible(
      page.getByRole('listitem').filter({ hasText: 'Bila' }).getByText('compared'),
    );
    await press(page, 'Show my words…');
    await expectVisible(dialog(page, 'Words of your key'));
    await leaveDialogs(page);
  });

  test('another key, or none, under the same name waits for a yes', async () => {
    const { page } = run;
    await goTo(page, 'Exchange');
    const bare = await entriesOf(await packOf(profile));
    bare.delete('signature.json');
    await offer(writeRaw(run.folder, asRaw(bare)));
    await expectVisible(page.getByText(/NOT signed, though packs of Bila were/));
    await offer(await packOf(temporaryFolder()));
    await expectVisible(page.getByText(/Signed by ANOTHER key than before/));
    const go = page.getByRole('button', { name: /^Import \d+ records$/ });
    await expect.poll(() => go.isDisabled()).toBe(true);
    await page.getByText('I asked my colleague: the new key is theirs').click();
    await go.click();
    await expectVisible(page.getByText('Imported.'));
  });

  test('one’s own goes out sealed with a suggested passphrase', async () => {
    const { page } = run;
    await page.getByRole('tab', { name: 'Export' }).click();
    await page.getByText('Seal it with a passphrase').click();
    const go = page.getByRole('button', { name: 'Choose a place and export…' });
    await expect.poll(() => go.isDisabled()).toBe(true);
    await secret('New passphrase', 'short');
    await expectVisible(page.getByText(/Too short to withstand guessing/));
    await press(page, 'Suggest one');
    const chosen = await page.getByLabel(/^New passphrase/).inputValue();
    expect(chosen.split(' ')).toHaveLength(6);
    const out = join(run.folder, 'mine');
    await run.answerDialogs(out);
    await go.click();
    await expectVisible(page.getByText(/mine\.cairnpack\.age is written/));
    expect(readFileSync(`${out}.cairnpack.age`).subarray(0, 21).toString()).toBe(
      'age-encryption.org/v1',
    );
    await page.getByRole('tab', { name: 'Import' }).click();
    await offer(`${out}.cairnpack.age`);
    await secret('Its passphrase', chosen);
    await press(page, 'Open');
    await expectVisible(page.getByText('Signed by yourself'));
    expect(run.complaints).toEqual([]);
  });
});
