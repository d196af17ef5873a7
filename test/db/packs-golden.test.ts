/**
 * Packs of every format ever released are read for ever. The files in test/fixtures/packs were written
 * by the Cairn of their time and are never made again; each has what its maker's case held beside it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkCase } from '../../electron/services/check.ts';
import { bila, dumpHash, type Laptop, laptop, recordsOf, take } from '../helpers/laptops.ts';

const folder = join(import.meta.dirname, '../fixtures/packs');

interface Golden {
  readonly ids: Readonly<Record<string, string>>;
  readonly records: Readonly<Record<string, readonly { readonly id: string }[]>>;
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

describe.each([1])('the golden pack of format %i', (format) => {
  const path = join(folder, `format-${format}.cairnpack`);

  it('brings every record as its maker had it, and the second time nothing', async () => {
    const here = laptop(bila, 9);
    open.push(here);
    await take(here, path);
    const { records } = golden(format);
    const held = recordsOf(here) as Record<string, readonly { readonly id: string }[]>;
    for (const [table, expected] of Object.entries(records)) {
      const known = new Set(expected.map(({ id }) => id));
      expect(
        held[table]?.filter(({ id }) => known.has(id)),
        table,
      ).toEqual(expected);
    }
    const after = dumpHash(here);
    expect((await take(here, path)).result.batch).toBeNull();
    expect(dumpHash(here)).toBe(after);
  });
});
