import './key-words.css';
import type { KnownSignerView } from '../../shared/contract/trust-calls.ts';
import { useLang } from '../text/index.tsx';

/** The words of a key: number, the word in the reader's language, and the same in the other. */
export function KeyWords({
  words,
  label,
}: {
  readonly words: KnownSignerView['words'];
  readonly label: string;
}) {
  const lang = useLang();
  const other = lang === 'en' ? 'fr' : 'en';
  return (
    <ol className="key-words" aria-label={label}>
      {words.map((word, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice, its place is what it is
        <li key={at}>
          <span className="key-words-number u-tabular">{word.number}</span>
          <strong lang={lang}>{word[lang]}</strong>
          <span className="u-soft" lang={other}>
            {word[other]}
          </span>
        </li>
      ))}
    </ol>
  );
}
