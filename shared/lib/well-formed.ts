const loneSurrogate = /\p{Surrogate}/gu;
const anySurrogate = /[\ud800-\udfff]/;

/**
 * Text with every half of a surrogate pair replaced by U+FFFD. JavaScript allows such halves, UTF-8
 * does not: a stored text would come back as another one, and its hash would not fit.
 */
export function wellFormed(text: string): string {
  // most texts have no pairs at all, and asking that is cheap
  return anySurrogate.test(text) ? text.replace(loneSurrogate, '\ufffd') : text;
}

export function isWellFormed(text: string): boolean {
  return text.search(loneSurrogate) < 0;
}
