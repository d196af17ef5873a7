/** Words of a report as runs of Word: Arabic and Hebrew read from right to left, marks follow small. */
import { AlignmentType, type IParagraphOptions, Paragraph, TextRun } from 'docx';

/** Half points, as Word counts. */
export const sizes = { body: 19, small: 17, quiet: 16, label: 24 } as const;
export const inks = {
  strong: '1B1A18',
  soft: '4D4943',
  hair: 'CFCAC0',
  warning: 'A3301D',
} as const;

export interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
  readonly color?: string;
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** A stretch of such a script with the signs between its words. */
const stretches =
  /[\p{Script=Arabic}\p{Script=Hebrew}](?:[\p{Script=Arabic}\p{Script=Hebrew}\p{M}\s\d،؛؟.,:()-]*[\p{Script=Arabic}\p{Script=Hebrew}\p{M}])?/gu;
/** What XML cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unholdable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text as runs; line ends within it are kept. */
export function runsOf(text: string, look: Look = {}): TextRun[] {
  const runs: TextRun[] = [];
  text
    .replace(unholdable, '')
    .split('\n')
    .forEach((line, at) => {
      if (at > 0) runs.push(new TextRun({ break: 1 }));
      let done = 0;
      const plain = (end: number) => {
        if (end > done) runs.push(new TextRun({ ...look, text: line.slice(done, end) }));
      };
      for (const found of line.matchAll(stretches)) {
        plain(found.index);
        runs.push(new TextRun({ ...look, text: found[0], rightToLeft: true }));
        done = found.index + found[0].length;
      }
      plain(line.length);
    });
  return runs;
}

interface Marked {
  readonly text: string;
  readonly marks: readonly number[];
}

/** Text with the numbers of its sources behind it; an end such as "; " goes behind them. */
export function markedRuns({ text, marks }: Marked, look: Look = {}): TextRun[] {
  if (marks.length === 0) return runsOf(text, look);
  const [, body = text, end = ''] = /^(.*?)([;,.]?\s*)$/s.exec(text) ?? [];
  return [
    ...runsOf(body, look),
    ...runsOf(`\u00a0[${marks.join(', ')}]`, { ...look, size: sizes.quiet, color: inks.soft }),
    ...runsOf(end, look),
  ];
}

/** A paragraph that reads in the direction of its first letter. */
export function paragraph(
  runs: readonly TextRun[],
  text: string,
  options: IParagraphOptions = {},
): Paragraph {
  const [first = ''] = /\p{L}/u.exec(text) ?? [];
  return new Paragraph({
    spacing: { after: 60 },
    ...options,
    ...(rightToLeft.test(first) ? { bidirectional: true, alignment: AlignmentType.LEFT } : {}),
    children: runs,
  });
}

export function plainParagraph(text: string, look: Look = {}, options: IParagraphOptions = {}) {
  return paragraph(runsOf(text, look), text, options);
}
