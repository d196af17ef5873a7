const loneSurrogate = /\p{Surrogate}/gu;

/**
 * Text with every half of a surrogate pair replaced by U+FFFD. JavaScript allows such halves, UTF-8
 * does not: a stored text would come back as another one, and its hash would not fit.
 */
export function wellFormed(text: string): string {
  return text.replace(loneSurrogate, '\ufffd');
}

export function isWellFormed(text: string): boolean {
  return text.search(loneSurrogate) < 0;
}
