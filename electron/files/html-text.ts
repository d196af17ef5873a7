/**
 * The readable text of an HTML page, as plain text: no tag, script or address survives. A page saved
 * from a browser is a stranger's file, so nothing of it is ever rendered.
 */

export interface PageText {
  readonly title: string;
  readonly text: string;
}

/**
 * Elements whose content is no text for a reader. Here and below a tag ends at the next `<` at the
 * latest, which keeps the time in step with the length of a hostile file.
 */
const skipped =
  /<(script|style|noscript|template|svg|head|iframe|object)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
const comments = /<!--[\s\S]*?(?:-->|$)|<![^<>]*>|<\?[^<>]*>/g;
/** Elements that begin on a new line. */
const blocks =
  /<\/?(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|tr|ul)\b[^<>]*>/gi;
const paragraphs = /<\/(?:article|blockquote|div|figure|h[1-6]|p|pre|section|table|ul|ol)\s*>/gi;
const anyTag = /<\/?[a-z][^<>]*>/gi;

export function htmlToText(html: string): PageText {
  const title =
    /<title\b[^<>]*>([\s\S]{0,2000}?)<\/title\s*>/i.exec(html.slice(0, 100_000))?.[1] ?? '';
  const text = html
    .replace(comments, '')
    .replace(skipped, '')
    .replace(/\s+/g, ' ')
    .replace(/<\/t[dh]\s*>/gi, '\t')
    .replace(paragraphs, '\n\n')
    .replace(blocks, '\n')
    .replace(anyTag, '');
  return {
    title: tidy(decodeEntities(title)).replace(/\s+/g, ' '),
    text: tidy(decodeEntities(text)),
  };
}

function tidy(text: string): string {
  return text
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t]{2,}/g, (run) => (run.includes('\t') ? '\t' : ' '))
    .replace(/[ \t]?\n[ \t]?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Names of U+00A0 to U+00FF in order (HTML 4). */
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );
const others: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsaquo: '‹',
  rsaquo: '›',
  hellip: '…',
  bull: '•',
  euro: '€',
  OElig: 'Œ',
  oelig: 'œ',
  trade: '™',
  thinsp: ' ',
  ensp: ' ',
  emsp: ' ',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '',
  rlm: '',
};
const named = new Map([
  ...latin1.map((name, at) => [name, String.fromCharCode(0xa0 + at)] as const),
  ...Object.entries(others),
]);

/** One pass, so that `&amp;lt;` becomes `&lt;` and not `<`. */
function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]\w{1,31}));?/gi,
    (whole, dec, hex, name) => {
      if (name !== undefined) return named.get(name) ?? whole;
      const code = dec === undefined ? Number.parseInt(hex, 16) : Number(dec);
      const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}
