/**
 * Bytes of a text file as text: by its byte order mark, by what an HTML page declares, as UTF-16
 * without a mark, as UTF-8, else as the Windows set that gives words (1252, or 1256 for Arabic).
 */

/** What Windows-1252 has at 0x80–0x9f, where Latin-1 has only control characters. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * The text, or undefined for a file that is no text (holds NUL or many control characters).
 * @param isHtml a charset declared in the page counts
 */
export function decodeText(bytes: Buffer, isHtml = false): string | undefined {
  const text =
    decodeByMark(bytes) ??
    (isHtml ? decodeDeclared(bytes) : undefined) ??
    decodeWithoutMark(bytes) ??
    decodeUtf8(bytes) ??
    decodeArabic(bytes) ??
    decodeWindows(bytes);
  return looksBinary(text) ? undefined : text;
}

function decodeByMark(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return bigEndian(bytes.subarray(2));
  return undefined;
}

function bigEndian(bytes: Buffer): string {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return Buffer.from(even).swap16().toString('utf16le');
}

/** `<meta charset>` or its http-equiv form, and an XML declaration. UTF-8 is checked, not believed. */
function decodeDeclared(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 4096).toString('latin1');
  const name =
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,30})/i.exec(head)?.[1] ??
    /<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{2,30})/i.exec(head)?.[1];
  // the bytes of the declaration itself were readable, so it cannot be UTF-16
  if (name === undefined || /^utf-?(?:8|16)/i.test(name)) return undefined;
  if (/^(?:iso-?8859-?1|latin-?1|us-ascii|windows-1252|cp-?1252)$/i.test(name))
    return decodeUtf8IfMarked(bytes) ?? decodeWindows(bytes);
  try {
    return new TextDecoder(name).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Many pages say ISO-8859-1 and are UTF-8: letters of two bytes that fit exactly give it away. */
function decodeUtf8IfMarked(bytes: Buffer): string | undefined {
  const text = decodeUtf8(bytes);
  return text !== undefined && bytes.some((byte) => byte > 0x7f) ? text : undefined;
}

/** UTF-16 as some editors write it, without a mark: every other byte of Latin text is NUL. */
function decodeWithoutMark(bytes: Buffer): string | undefined {
  const sample = bytes.subarray(0, 2000);
  if (sample.length < 4) return undefined;
  const nuls = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  const most = sample.length / 2;
  if (odd > 0.6 * most && even < 0.05 * most) return bytes.toString('utf16le');
  if (even > 0.6 * most && odd < 0.05 * most) return bigEndian(bytes);
  return undefined;
}

function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Arabic in Windows-1256: most letters lie above 0x7f, which no Latin text shows. */
function decodeArabic(bytes: Buffer): string | undefined {
  let high = 0;
  let letters = 0;
  for (const byte of bytes.subarray(0, 20_000)) {
    if (byte >= 0xc0) high += 1;
    if (byte >= 0xc0 || ((byte | 0x20) - 0x61 < 26 && (byte | 0x20) >= 0x61)) letters += 1;
  }
  if (high < 0.6 * letters || high < 8) return undefined;
  try {
    const text = new TextDecoder('windows-1256').decode(bytes);
    const arabic = text.slice(0, 20_000).match(/[\u0600-\u06ff]/g)?.length ?? 0;
    return arabic > 0.5 * high ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Windows-1252, each byte a letter. */
export function decodeWindows(bytes: Buffer): string {
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
