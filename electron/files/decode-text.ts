/** Bytes of a text file as text: by its byte order mark, as UTF-8, else as Windows-1252. */

/** What Windows-1252 has at 0x80–0x9f, where Latin-1 has only control characters. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text, or undefined for a file that is no text (holds NUL or many control characters). */
export function decodeText(bytes: Buffer): string | undefined {
  const text = decodeByMark(bytes) ?? decodeUtf8(bytes) ?? decodeWindows(bytes);
  return looksBinary(text) ? undefined : text;
}

function decodeByMark(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return undefined;
  const swapped = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2))).swap16();
  return swapped.toString('utf16le');
}

function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeWindows(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (char) => windows1252[char.charCodeAt(0) - 0x80] ?? char);
}

function looksBinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return sample.includes('\u0000') || controls > sample.length / 100;
}
