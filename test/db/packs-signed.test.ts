/** Who made a pack: signed by default, remembered on first use, asked about when something is odd. */
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPack } from '../../electron/files/pack-reader.ts';
import { readKnownSigners } from '../../electron/files/trust/known-signers.ts';
import { ownSigningKey } from '../../electron/files/trust/signing-key.ts';
import { act } from '../../electron/services/act.ts';
import { batchReport, listBatches } from '../../electron/services/batches.ts';
import { exportPack } from '../../electron/services/export-pack.ts';
import { importPack } from '../../electron/services/import-pack.ts';
import { previewPack } from '../../electron/services/preview-pack.ts';
import { forgetSigner, listSigners, saveSigner } from '../../electron/services/trust/signers.ts';
import { batchReportHtml, batchReportText } from '../../shared/pack/batch-report-file.ts';
import { awa, bila, type Laptop, laptop } from '../helpers/laptops.ts';
import { asRaw, entriesOf, resealed, temporaryFolder, writeRaw } from '../helpers/pack-builder.ts';

let here: Laptop;
let there: Laptop;
let mine: string;
let theirs: string;
beforeEach(() => {
  here = laptop(awa);
  there = laptop(bila, 5);
  mine = temporaryFolder();
  theirs = temporaryFolder();
  act(there.session, { kind: 'create', title: 'x' }, (tx) =>
    tx.insert('incident', { title: 'Attack on Sollé' }),
  );
});
afterEach(() => {
  here.close();
  there.close();
});

let count = 0;
async function signedPack(profile: string | undefined = theirs, from = there): Promise<string> {
  count += 1;
  const path = join(from.folder, `s${count}.cairnpack`);
  const request = {
    selection: { what: 'case' as const },
    title: 'Week 47',
    tlpMax: 'RED' as const,
  };
  await exportPack(from.session, path, request, { profile });
  return path;
}
const look = (path: string) => previewPack(here.session, path, { profile: mine });
async function take(path: string, acceptSigner = false) {
  const { preview } = await look(path);
  const request = { preview, conflicts: 'ours' as const, rules: [], decisions: {}, acceptSigner };
  return importPack(here.session, request, { profile: mine });
}
const edit = (title: string) =>
  act(there.session, { kind: 'create', title }, (tx) => tx.insert('incident', { title }));

test('a key is made on first use, for its user alone, and signs the same bytes each time', async () => {
  const [one, two] = [await signedPack(), await signedPack()];
  expect(readFileSync(one)).toEqual(readFileSync(two));
  const file = join(theirs, 'keys', `${bila.id}.pem`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const pem = readFileSync(file, 'utf8');
  expect(readFileSync(one).includes(pem.split('\n')[1] ?? 'x')).toBe(false);
  const { signedBy, zip, manifest } = await openPack(one);
  zip.close();
  expect(signedBy).toBe(ownSigningKey(theirs, bila.id).publicKey);
  expect(manifest.resources.map(({ path }) => path)).not.toContain('signature.json');
});

test('new, then known, then verified; a name of one’s own; forgotten again', async () => {
  const path = await signedPack();
  const first = await look(path);
  expect(first.signer).toMatchObject({ state: 'new', name: 'Bila', isAsked: false });
  const { batch } = await take(path);
  edit('two');
  const second = await look(await signedPack());
  expect(second.signer.state).toBe('known');
  const key = second.signer.key?.publicKey ?? '';
  saveSigner(mine, { publicKey: key, name: 'Bila of Kaya', isVerified: true }, 'now');
  const third = await look(await signedPack());
  expect(third.signer).toMatchObject({ state: 'verified', knownAs: 'Bila of Kaya', name: 'Bila' });
  expect(listSigners(mine, awa).known).toMatchObject([{ name: 'Bila of Kaya', isVerified: true }]);
  forgetSigner(mine, key);
  expect((await look(await signedPack())).signer.state).toBe('new');
  expect(batchReport(here.session.db, batch ?? '').report.signer.state).toBe('new');
});

test('both laptops show the same words for a key, and each has its own', async () => {
  const seen = (await look(await signedPack())).signer.key;
  const own = listSigners(theirs, bila).own;
  expect(seen?.words).toEqual(own?.words);
  expect(seen?.fingerprint).toBe(own?.fingerprint);
  expect(seen?.words).toHaveLength(8);
  expect(listSigners(mine, awa).own?.words).not.toEqual(own?.words);
});

test('another key under the same name waits for a yes, and so does no key where there was one', async () => {
  await take(await signedPack());
  edit('two');
  const otherKey = await signedPack(temporaryFolder());
  expect((await look(otherKey)).signer).toMatchObject({ state: 'changed', isAsked: true });
  const revision = here.session.revision;
  await expect(take(otherKey)).rejects.toMatchObject({
    code: 'pack/untrusted',
    details: { reason: 'key-changed' },
  });
  const stripped = await entriesOf(await signedPack());
  stripped.delete('signature.json');
  const unsigned = writeRaw(here.folder, asRaw(stripped));
  expect((await look(unsigned)).signer).toMatchObject({ state: 'unsigned', isAsked: true });
  await expect(take(unsigned)).rejects.toMatchObject({ details: { reason: 'signature-missing' } });
  expect(here.session.revision).toBe(revision);
  const { batch } = await take(otherKey, true);
  expect(batchReport(here.session.db, batch ?? '').report.signer.state).toBe('changed');
  expect(readKnownSigners(mine)).toHaveLength(2);
  expect((await look(otherKey)).signer.state).toBe('known');
});

test('one’s own pack comes home as one’s own; a stranger in one’s own name is asked about', async () => {
  act(here.session, { kind: 'create', title: 'x' }, (tx) => tx.insert('incident', { title: 'x' }));
  expect((await look(await signedPack(mine, here))).signer.state).toBe('own');
  const forged = await signedPack(theirs, here);
  expect((await look(forged)).signer).toMatchObject({ state: 'changed', isAsked: true });
});

test('unsigned packs of people who never signed are taken, and say so', async () => {
  const entries = await entriesOf(await signedPack());
  entries.delete('signature.json');
  const path = writeRaw(here.folder, asRaw(entries));
  expect((await look(path)).signer).toMatchObject({ state: 'unsigned', isAsked: false, key: null });
  await take(path);
  expect(readKnownSigners(mine)).toEqual([]);
});

test('whatever is changed in a signed pack, it is refused', async () => {
  const good = await entriesOf(await signedPack());
  const signature = JSON.parse(good.get('signature.json')?.toString() ?? '{}');
  const stranger = ownSigningKey(temporaryFolder(), awa.id).publicKey;
  const flipped = Buffer.from(signature.signature, 'base64');
  flipped[5] = (flipped[5] ?? 0) ^ 1;
  const spoiled: readonly [object | string, string][] = [
    [{ ...signature, publicKey: stranger }, 'pack/bad-signature mismatch'],
    [
      { ...signature, publicKey: Buffer.alloc(32, 0xff).toString('base64') },
      'pack/bad-signature mismatch',
    ],
    [{ ...signature, signature: flipped.toString('base64') }, 'pack/bad-signature mismatch'],
    [{ ...signature, signature: '' }, 'pack/bad-signature shape'],
    [{ ...signature, algorithm: 'none' }, 'pack/bad-signature shape'],
    [{ ...signature, extra: 1 }, 'pack/bad-signature shape'],
    [{ ...signature, publicKey: `${signature.publicKey} ` }, 'pack/bad-signature shape'],
    [{ ...signature, version: 2 }, 'pack/newer-version signature-version'],
    ['', 'pack/bad-signature json'],
    ['['.repeat(100_000), 'pack/bad-signature json'],
    ['null', 'pack/bad-signature shape'],
  ];
  for (const [content, expected] of spoiled) {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    const raw = asRaw(new Map([...good, ['signature.json', Buffer.from(text)]]));
    const path = writeRaw(
      here.folder,
      raw.map((entry) => ({ ...entry, deflate: false })),
    );
    const error = await look(path).catch((thrown) => thrown);
    expect(`${error.code} ${error.details?.reason}`, text.slice(0, 60)).toBe(expected);
  }
  // content altered, every checksum made right again: only the signature can tell
  const incidents = good.get('data/incident.csv')?.toString().replace('Sollé', 'Sollo') ?? '';
  const altered = resealed(new Map([...good, ['data/incident.csv', Buffer.from(incidents)]]));
  const sums = altered.get('checksums.sha256')?.toString().split('\n') ?? [];
  const kept = sums.filter((line) => !line.endsWith('signature.json'));
  altered.set('checksums.sha256', Buffer.from(kept.join('\n')));
  await expect(look(writeRaw(here.folder, asRaw(altered)))).rejects.toMatchObject({
    code: 'pack/bad-signature',
    details: { reason: 'mismatch' },
  });
});

test('a damaged key is never replaced on its own; a damaged list knows nobody', async () => {
  await signedPack();
  const file = join(theirs, 'keys', `${bila.id}.pem`);
  copyFileSync(file, `${file}.copy`);
  writeFileSync(file, 'not a key');
  await expect(signedPack()).rejects.toMatchObject({ code: 'key/unreadable' });
  copyFileSync(`${file}.copy`, file);
  await take(await signedPack());
  writeFileSync(join(mine, 'known-signers.json'), '{"version":1,"signers":[{}]}');
  edit('two');
  expect((await look(await signedPack())).signer.state).toBe('new');
});

test('the report of an import says who signed, what came and how conflicts were decided', async () => {
  const path = await signedPack();
  await take(path);
  const [incident] = here.session.db.prepare('SELECT id FROM incident').pluck().all() as string[];
  const rename = (on: Laptop, title: string) =>
    act(on.session, { kind: 'update', title }, (tx) =>
      tx.update('incident', incident ?? '', { title }),
    );
  rename(here, 'Ours <b>');
  rename(there, 'Theirs');
  const { batch } = await take(await signedPack());
  const view = batchReport(here.session.db, batch ?? '');
  expect(view.report).toMatchObject({
    title: 'Week 47',
    signer: { state: 'known' },
    decisionCount: 1,
    decisions: [
      {
        answer: 'ours',
        fields: [{ field: 'title', ours: 'Ours <b>', theirs: 'Theirs', became: 'Ours <b>' }],
      },
    ],
    byTable: { incident: { conflicting: 1 } },
  });
  expect(listBatches(here.session.db).every(({ hasReport }) => hasReport)).toBe(true);
  for (const lang of ['en', 'fr'] as const) {
    const text = batchReportText(view, lang);
    expect(text).toContain('Ours <b>');
    expect(text).toContain(view.report.sha256);
    expect(text).not.toContain('undefined');
    const html = batchReportHtml(view, lang);
    expect(html).toContain('Ours &lt;b&gt;');
    expect(html).not.toMatch(/<script|<b>|undefined/);
  }
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  expect(sha256).not.toBe(view.report.sha256);
});
