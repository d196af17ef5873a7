/** A text as XML 1.0 may hold it: signs that it cannot hold left out, the rest escaped. */
export function xmlText(text: string): string {
  return [...text]
    .filter((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      const isControl = code < 0x20 && code !== 0x9 && code !== 0xa && code !== 0xd;
      const isHalf = code >= 0xd800 && code <= 0xdfff;
      return !isControl && !isHalf && code !== 0xfffe && code !== 0xffff;
    })
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
