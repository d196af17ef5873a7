// The words of the vocabularies in the reader's language, as the components of this kit need them.
import { labels } from '../../shared/text/index.ts';
import type { Labels } from '../../shared/text/labels.ts';
import { useFormat, useLang, useText } from '../text/index.tsx';
import type { FigureLanguage } from './toll-words.ts';

/** `useLabels().sourceKinds.article`. */
export function useLabels(): Labels {
  return labels(useLang());
}

/** What figures need to be put in words. */
export function useFigureLanguage(): FigureLanguage {
  const { qualifiers } = useLabels();
  const { number } = useFormat();
  const { tolls } = useText().records;
  return { number, qualifier: (code) => qualifiers[code], words: tolls };
}
