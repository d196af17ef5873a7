/** What Poppler and qpdf say of a PDF, as facts that a test can compare. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a command prints. Throws when it fails. */
export function tool(name: string, args: readonly string[]): string {
  return execFileSync(name, args, { encoding: 'utf8', maxBuffer: 200_000_000 });
}

export const pagesOf = (path: string): readonly string[] =>
  tool('pdftotext', ['-layout', path, '-'])
    .split('\f')
    .filter((page) => page.trim() !== '');

/** Kinds of the elements of the structure in their order: `H1`, `TH`, … */
export const structureOf = (path: string): readonly string[] =>
  tool('pdfinfo', ['-struct', path])
    .split('\n')
    .flatMap((line) => /^\s*([A-Za-z\d]+)/.exec(line)?.[1] ?? []);

export interface PdfFacts {
  readonly info: string;
  readonly structure: readonly string[];
  /** Fonts by name that are not embedded. */
  readonly looseFonts: readonly string[];
  readonly lang: string | undefined;
  readonly hasOutline: boolean;
  readonly figures: number;
  readonly alts: number;
  /** Actions of any kind besides links inside: scripts, launches, addresses. */
  readonly actions: readonly string[];
}

/** Throws when qpdf finds a fault. */
export function factsOf(path: string): PdfFacts {
  tool('qpdf', ['--check', path]);
  const objects = execFileSync('qpdf', ['--qdf', '--object-streams=disable', path, '-'], {
    maxBuffer: 400_000_000,
  }).toString('latin1');
  const fonts = tool('pdffonts', [path]).split('\n').slice(2).filter(Boolean);
  return {
    info: tool('pdfinfo', [path]),
    structure: structureOf(path),
    looseFonts: fonts.filter(
      (line) => !/\s(?:yes)\s+(?:yes|no)\s+(?:yes|no)\s+\d+\s+\d+$/.test(line),
    ),
    lang: /\/Lang \((\w+)\)/.exec(objects)?.[1],
    hasOutline: objects.includes('/Outlines '),
    figures: objects.match(/\/S \/Figure\b/g)?.length ?? 0,
    alts: objects.match(/\/Alt [(<]/g)?.length ?? 0,
    actions: objects.match(/\/S \/(?:JavaScript|Launch|URI|SubmitForm|GoToR)\b/g) ?? [],
  };
}

/** What changes from one print to the next: the stamp of its making. */
export function withoutStamp(text: string): string {
  return text
    .replaceAll(/\d{1,2} [\p{L}.]+ \d{4}, \d{2}:\d{2} UTC/gu, 'STAMP')
    .replaceAll(/ +/g, ' ');
}

/** All of a PDF but the moment of its making, which Chromium writes: dates and the id made from them. */
export function withoutDates(path: string): string {
  return readFileSync(path, 'latin1')
    .replaceAll(/\/(CreationDate|ModDate) ?\([^)]*\)/g, '/$1 ()')
    .replaceAll(/\/ID ?\[[^\]]*\]/g, '/ID []');
}
