import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../../electron/cli/run-cli.ts';
import { closeCase, openCase } from '../../electron/services/cases.ts';
import { listSources } from '../../electron/services/sources.ts';
import type { FoundClaim } from '../../shared/extract/types.ts';
import { analyst, temporaryFolder } from '../helpers/case-builder.ts';
import { keyedTexts } from '../helpers/extract-texts.ts';
import { testDataDir } from '../helpers/gazetteer-file.ts';

process.env['CAIRN_DATA_DIR'] = testDataDir();
const folder = temporaryFolder();

async function cairn(...argv: string[]) {
  let out = '';
  const code = await runCli(argv, {
    env: {},
    cwd: folder,
    out: (text) => {
      out += text;
    },
    err: () => undefined,
    print: () => Promise.reject(new Error('not here')),
  });
  return { code, out };
}

it('reads a text file and prints the shape of the answer keys', async () => {
  const text = keyedTexts.find(({ key }) => key.id === 'T17')?.text ?? '';
  writeFileSync(join(folder, 'text.txt'), text);
  const { code, out } = await cairn(
    'extract',
    '--text',
    'text.txt',
    '--published',
    '2019-02-23',
    '--lang',
    'auto',
    '--json',
  );
  expect(code).toBe(0);
  const { incidents, persons, nothingFound } = JSON.parse(out);
  expect(nothingFound).toBe(false);
  expect(persons).toMatchObject([{ name: 'Mahamat Saleh Annadif', key: null }]);
  expect(incidents).toMatchObject([
    {
      type: 'armed attack',
      date: '2019-02-22',
      place: { as_written: 'Siby', country: 'ML' },
      claims: [
        { measure: 'killed', value: 3, by: 'UN Security Council', status: 'official' },
        { measure: 'wounded', value: 1 },
      ],
    },
  ]);
  const [claim] = incidents[0].claims;
  expect([...text].slice(claim.evidence.start, claim.evidence.end).join('')).toBe(
    claim.evidence.quote,
  );
});

/** Names of the fields of a key that are answers, not notes of its author. */
const notes = new Set(['date_also_ok', 'date_why', 'note', 'act']);
const fieldsOf = (records: readonly object[]) =>
  [...new Set(records.flatMap((record) => Object.keys(record)))].filter((name) => !notes.has(name));

it.each(
  keyedTexts
    .filter(({ set }) => set === 'shared')
    .map(({ key, text }) => [key.id, key, text] as const),
)('names every field as the key of %s does', async (id, key, text) => {
  writeFileSync(join(folder, `${id}.txt`), text);
  const { code, out } = await cairn(
    'extract',
    '--text',
    `${id}.txt`,
    '--published',
    key.published,
    '--json',
  );
  expect(code).toBe(0);
  const found = JSON.parse(out);
  expect(Object.keys(found)).toEqual(
    expect.arrayContaining(['incidents', 'persons', 'nothingFound']),
  );
  expect(found.nothingFound).toBe(key.incidents.length === 0);
  const { incidents } = found;
  const has = (answers: readonly object[], expected: readonly object[]) => {
    if (expected.length > 0)
      expect(fieldsOf(answers)).toEqual(expect.arrayContaining(fieldsOf(expected)));
  };
  has(incidents, key.incidents);
  has(
    incidents.flatMap(({ place }: { place: object | null }) => place ?? []),
    key.incidents.flatMap(({ place }) => place ?? []),
  );
  has(
    incidents.flatMap(({ actors }: { actors: object[] }) => actors),
    key.incidents.flatMap(({ actors }) => actors),
  );
  has(
    incidents.flatMap(({ claims }: { claims: object[] }) => claims),
    key.incidents.flatMap(({ claims }) => claims),
  );
  has(found.persons, key.persons ?? []);
  for (const { evidence } of incidents.flatMap(({ claims }: { claims: FoundClaim[] }) => claims))
    expect([...text].slice(evidence.start, evidence.end).join('')).toBe(evidence.quote);
});

it('says in words that nothing was found', async () => {
  writeFileSync(join(folder, 'none.txt'), 'The market of Gao opens on Sunday.');
  expect(await cairn('extract', '--text', 'none.txt')).toEqual({
    code: 0,
    out: 'No incident found.\n',
  });
});

it('reads a source of a case', async () => {
  await cairn('new', 'a.cairn', '--sample');
  const session = openCase(join(folder, 'a.cairn'), { author: analyst, readOnly: true });
  const ids = listSources(session.db, { text: '', includeDeleted: false }).map(({ id }) => id);
  closeCase(session);
  const found: unknown[] = [];
  for (const id of ids) {
    // one after the other: a case is open once
    const { code, out } = await cairn('extract', 'a.cairn', id, '--json');
    if (code === 0) found.push(...JSON.parse(out).incidents);
  }
  expect(found.length).toBeGreaterThan(0);
});

it.each([
  [['extract']],
  [['extract', 'a.cairn']],
  [['extract', '--text', 'text.txt', '--published', 'last week']],
  [['extract', '--text', 'text.txt', '--lang', 'de']],
])('wrong usage: %s', async (argv) => {
  expect((await cairn(...argv)).code).toBe(2);
});

it('refuses a file that is not there', async () => {
  const { code, out } = await cairn('extract', '--text', 'gone.txt', '--json');
  expect([code, JSON.parse(out).error.code]).toEqual([1, 'file/unreadable']);
});
