/**
 * Adds facts to the document information of a PDF that Chromium made: it writes the title, and no
 * author. The file is appended to (ISO 32000-1, 7.5.6); what it held stays byte for byte.
 */

/** A text string in UTF-16, as hexadecimal. */
function textString(words: string): string {
  const units = Array.from({ length: words.length }, (_, at) =>
    words.charCodeAt(at).toString(16).padStart(4, '0'),
  );
  return `<FEFF${units.join('').toUpperCase()}>`;
}

/** Throws a plain error for a file without a classic trailer, which Chromium's have. */
export function withPdfFacts(pdf: Buffer, facts: Readonly<Record<string, string>>): Buffer {
  const text = pdf.toString('latin1');
  const trailer = /trailer\s*<<(?<entries>[\s\S]*?)>>\s*startxref\s*(?<at>\d+)\s*%%EOF\s*$/.exec(
    text,
  );
  const entries = trailer?.groups?.entries ?? '';
  const info = /\/Info\s+(\d+)\s+0\s+R/.exec(entries)?.[1];
  const size = /\/Size\s+(\d+)/.exec(entries)?.[1];
  const held =
    info === undefined
      ? null
      : new RegExp(`(?:^|\\n)${info} 0 obj\\s*<<([\\s\\S]*?)>>\\s*endobj`).exec(text);
  if (trailer === null || held === null || size === undefined) {
    throw new Error('The PDF has no document information to add to.');
  }
  const root = /\/Root\s+\d+\s+0\s+R/.exec(entries)?.[0] ?? '';
  const id = /\/ID\s*\[[^\]]*\]/.exec(entries)?.[0] ?? '';
  const added = Object.entries(facts).map(([name, words]) => `/${name} ${textString(words)}`);
  const start = text.endsWith('\n') ? '' : '\n';
  const at = pdf.length + start.length;
  const object = `${info} 0 obj\n<<${held[1]}\n${added.join('\n')}>>\nendobj\n`;
  const tail = [
    `${start}${object}xref`,
    `${info} 1`,
    `${String(at).padStart(10, '0')} 00000 n `,
    `trailer\n<</Size ${size}\n${root}\n/Info ${info} 0 R\n/Prev ${trailer.groups?.at}\n${id}>>`,
    `startxref\n${at + object.length}`,
    '%%EOF\n',
  ].join('\n');
  return Buffer.concat([pdf, Buffer.from(tail, 'latin1')]);
}
