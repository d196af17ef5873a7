/** Headings and list labels of a Word file: what Word draws in front of a paragraph. */
import { type Attributes, walkXml } from './docx-zip.ts';

export interface ListPlace {
  readonly numId: string;
  readonly level: number;
}

export interface Style {
  readonly isHeading: boolean;
  readonly list: ListPlace | undefined;
}

/** Style id -> what it makes of a paragraph. */
export function stylesOf(part: Buffer | undefined, deadline: number): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  if (part === undefined) return styles;
  let id = '';
  let isHeading = false;
  let numId = '';
  let level = 0;
  const val = (attributes: Attributes) => attributes['w:val'] ?? '';
  walkXml(
    part,
    {
      open(name, attributes) {
        if (name === 'w:style') {
          id = attributes['w:styleId'] ?? '';
          isHeading = false;
          numId = '';
          level = 0;
        } else if (name === 'w:name') isHeading ||= /^(?:heading \d|title$)/i.test(val(attributes));
        else if (name === 'w:outlineLvl') isHeading ||= Number(val(attributes)) < 9;
        else if (name === 'w:numId') numId = val(attributes);
        else if (name === 'w:ilvl') level = Number(val(attributes)) || 0;
      },
      close(name) {
        if (name === 'w:style' && id !== '')
          styles.set(id, { isHeading, list: numId === '' ? undefined : { numId, level } });
      },
      text: () => undefined,
    },
    deadline,
  );
  return styles;
}

interface Level {
  readonly format: string;
  readonly start: number;
}

/** Answers the label of the next item of a list: `2.`, `b.`, `•`; '' for an unnumbered one. */
export type Labels = (place: ListPlace) => string;

export function labelsOf(part: Buffer | undefined, deadline: number): Labels {
  const abstracts = new Map<string, Map<number, Level>>();
  const lists = new Map<string, string>();
  if (part !== undefined) readNumbering(part, deadline, abstracts, lists);
  const counters = new Map<string, number[]>();
  return ({ numId, level }) => {
    if (numId === '0') return '';
    const abstract = lists.get(numId) ?? '';
    const { format, start } = abstracts.get(abstract)?.get(level) ?? { format: 'bullet', start: 1 };
    if (format === 'none') return '';
    if (format === 'bullet') return '•';
    const counter = counters.get(abstract) ?? [];
    counters.set(abstract, counter);
    const count = (counter[level] ?? start - 1) + 1;
    counter[level] = count;
    counter.length = level + 1;
    return `${written(count, format)}.`;
  };
}

function readNumbering(
  part: Buffer,
  deadline: number,
  abstracts: Map<string, Map<number, Level>>,
  lists: Map<string, string>,
): void {
  let levels: Map<number, Level> | undefined;
  let level = 0;
  let numId = '';
  const open = (name: string, attributes: Attributes) => {
    const val = attributes['w:val'] ?? '';
    if (name === 'w:abstractNum') {
      levels = new Map();
      abstracts.set(attributes['w:abstractNumId'] ?? '', levels);
    } else if (name === 'w:lvl') level = Number(attributes['w:ilvl']) || 0;
    else if (name === 'w:start') levels?.set(level, { format: 'decimal', start: Number(val) || 0 });
    else if (name === 'w:numFmt')
      levels?.set(level, { start: levels.get(level)?.start ?? 1, format: val });
    else if (name === 'w:num') {
      numId = attributes['w:numId'] ?? '';
      levels = undefined;
    } else if (name === 'w:abstractNumId') lists.set(numId, val);
  };
  walkXml(part, { open, close: () => undefined, text: () => undefined }, deadline);
}

const romans = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function written(count: number, format: string): string {
  if (/Letter$/.test(format) && count >= 1 && count <= 26) {
    const letter = String.fromCharCode(96 + count);
    return format === 'upperLetter' ? letter.toUpperCase() : letter;
  }
  if (!/Roman$/.test(format) || count < 1 || count > 3999) return String(count);
  let rest = count;
  let text = '';
  for (const [value, sign] of romans) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return format === 'upperRoman' ? text.toUpperCase() : text;
}
