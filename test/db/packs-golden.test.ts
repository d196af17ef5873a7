/**
 * Packs of every format ever released are read for ever. The files in test/fixtures/packs were written
 * by the Cairn of their time and are never made again; each has what its maker's case held beside it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { getRecord } from '../../electron/db/queries/records.ts';
import { closeCase, openCase } from '../../electron/services/cases.ts';
import { checkCase } from '../../electron/services/check.ts';
import { fileRowsOf } from '../../electron/services/file-rows.ts';
import { newId } from '../../shared/lib/ids.ts';
import type { FileRow } from '../../shared/pack/file-rows.ts';
import { temporaryFolder, tickingClock } from '../helpers/case-builder.ts';
import {
  awa,
  bila,
  dumpHash,
  type Laptop,
  laptop,
  pack,
  recordsOf,
  take,
} from '../helpers/laptops.ts';

const folder = join(import.meta.dirname, '../fixtures/packs');

interface Golden {
  readonly ids: Readonly<Record<string, string>>;
  readonly records: Readonly<Record<string, readonly { readonly id: string }[]>>;
  /** What files of data sets said; from format 3. */
  readonly fileRows?: readonly FileRow[];
}

function golden(format: number): Golden {
  return JSON.parse(readFileSync(join(folder, `format-${format}.json`), 'utf8')) as Golden;
}

const open: Laptop[] = [];
afterEach(() => {
  for (const each of open.splice(0)) {
    expect(checkCase(each.session).problems).toEqual([]);
    each.close();
  }
});

describe.each([1, 2, 3])('the golden pack of format %i', (format) => {
  const path = join(folder, `format-${format}.cairnpack`);

  it('brings every record as its maker had it, and the second time nothing', async () => {
    const here = laptop(bila, 9);
    open.push(here);
    await take(here, path);
    const { records, fileRows = [] } = golden(format);
    const held = recordsOf(here) as Record<string, readonly { readonly id: string }[]>;
    for (const [table, expected] of Object.entries(records)) {
      const known = new Set(expected.map(({ id }) => id));
      expect(
        held[table]?.filter(({ id }) => known.has(id)),
        table,
      ).toEqual(expected);
    }
    const about = fileRows.map(({ incident_id }) => incident_id);
    expect(fileRowsOf(here.session.db, about)).toEqual(fileRows);
    const after = dumpHash(here);
    expect((await take(here, path)).result.batch).toBeNull();
    expect(dumpHash(here)).toBe(after);
  });
});

/**
 * Awa's case of schema 90: she had renamed an incident, sent a pack, and taken the name back. Bila's pack
 * of format 1 has it still, and her own work besides. It came back unasked, in the Cairn of that time.
 */
describe('an edit undone under schema 90', () => {
  function oldCase(): Laptop {
    const path = join(temporaryFolder(), 'old.cairn');
    writeFileSync(path, gunzipSync(readFileSync(join(folder, 'schema-90.cairn.gz'))));
    const now = tickingClock(Date.UTC(2026, 10, 2));
    const session = openCase(path, { author: awa, now, newId });
    const made = { session, folder: temporaryFolder(), close: () => closeCase(session) };
    open.push(made);
    return made;
  }

  it('does not come back with a pack of format 1, and what is new in that does', async () => {
    const here = oldCase();
    const { incident = '', other = '', claim = '' } = golden(1).ids;
    expect(checkCase(here.session).problems).toEqual([]);
    const title = () => getRecord(here.session.db, 'incident', incident)?.title;
    expect(title()).toBe('Attack on the Djibo base');
    const { preview } = await take(here, join(folder, 'format-1.cairnpack'));
    expect(preview.byTable['incident']).toMatchObject({ older: 1, changed: 1, conflicting: 0 });
    expect(title()).toBe('Attack on the Djibo base');
    expect(getRecord(here.session.db, 'incident', other)).toMatchObject({
      title: 'Sole, corrected',
      summary: 'Bila was here',
    });
    expect(getRecord(here.session.db, 'claim', claim)?.statement).toBe('201 soldiers');

    // and now that it was taken back reaches Bila
    const there = laptop(bila, 40);
    open.push(there);
    await take(there, join(folder, 'format-1.cairnpack'));
    await take(there, await pack(here));
    expect(getRecord(there.session.db, 'incident', incident)?.title).toBe(
      'Attack on the Djibo base',
    );
  });
});
