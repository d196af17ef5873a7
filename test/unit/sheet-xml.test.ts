/** Rows of a workbook as XML: what stands in a cell is what was put there, and never runs. */
import { describe, expect, it } from 'vitest';
import { columnName, longestCell, rowXml, xmlText } from '../../electron/files/export/sheet-xml.ts';

describe('cells', () => {
  it('are named as a spreadsheet names them', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual([
      ...['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'],
    ]);
  });

  it('hold texts as texts, numbers as numbers, and nothing where there is nothing', () => {
    expect(rowXml(3, ['=1+1', null, 0.1, true, ''])).toBe(
      '<row r="3"><c r="A3" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>' +
        '<c r="C3"><v>0.1</v></c><c r="D3" t="b"><v>1</v></c>' +
        '<c r="E3" t="inlineStr"><is><t xml:space="preserve"></t></is></c></row>',
    );
  });

  it('write what XML cannot hold as Excel does, and a text that looks so as one that is meant', () => {
    expect(xmlText('<a & b>\r\n\t\u0001\uffff')).toBe('&lt;a &amp; b&gt;_x000D_\n\t_x0001__xFFFF_');
    expect(xmlText('_x0041_ _x00 _X0041_')).toBe('_x005F_x0041_ _x00 _X0041_');
    expect(xmlText('half \ud83d')).toBe('half \ufffd');
  });

  it('are cut where Excel would call them damaged, never in the middle of a sign', () => {
    const cell = rowXml(1, [`${'x'.repeat(longestCell - 3)}😀😀`]);
    expect(cell).toContain(`${'x'.repeat(10)}…</t>`);
    expect(cell).not.toContain('\ufffd');
  });
});
