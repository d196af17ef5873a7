import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tsvCell, tsvHeader, tsvLine } from '../../../renderer/features/incidents/table-tsv.ts';
import { catalogues } from '../../../renderer/text/catalogue.ts';
import { formats } from '../../../renderer/text/format.ts';
import { incidentRow } from '../../helpers/incident-row.ts';

describe('lines copied for a spreadsheet', () => {
  test('a header in the language of the window, then a line for each incident', () => {
    const row = incidentRow({ key: 1, title: 'Attack\ton a\nconvoy' });
    const { cell, column } = catalogues.fr.incidents;
    const language = { lang: 'fr' as const, words: cell, number: formats.fr.number };
    const columns = [{ id: 'title' }, { id: 'tlp' }] as const;
    expect(tsvHeader(columns, column)).toBe(`Titre\t${column.tlp}\n`);
    expect(tsvLine(row, columns, language)).toBe(`Attack on a convoy\t${row.tlp}\n`);
  });

  test('no cell runs as a formula or breaks its line', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('', '=', '+', '-', '@', '＝', '\t='),
        (rest, start) => {
          expect(tsvCell(start + rest)).not.toMatch(/^[=+\-@＝＋－＠]|[\t\r\n]/u);
        },
      ),
    );
  });
});
