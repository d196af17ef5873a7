// The words of the vocabularies in the reader's language.
import { labels } from '../../shared/text/index.ts';
import type { Labels } from '../../shared/text/labels.ts';
import { useLang } from '../text/index.tsx';

/** `useLabels().sourceKinds.article`. */
export function useLabels(): Labels {
  return labels(useLang());
}
