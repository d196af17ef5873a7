// Words of a source ("on Sunday morning") read as a date, against a day of publication that is known,
// chosen among several, or asked for.
import { useState } from 'react';
import { type DateResolution, resolveDateWords } from '../../shared/extract/resolve-date.ts';
import { useLang } from '../text/index.tsx';
import { parseTypedDate } from './typed-date.ts';

/** A day that relative words can count from: the publication of a source. */
export interface PublishedDay {
  readonly day: string;
  /** The source's name. */
  readonly label: string;
}

export interface DateSuggestion {
  readonly resolution: DateResolution;
  /** Distinct days to choose from. */
  readonly days: readonly PublishedDay[];
  readonly chosen: string | undefined;
  readonly choose: (day: string) => void;
  /** What is typed where no publication is known. */
  readonly typed: string;
  readonly setTyped: (text: string) => void;
}

/** Undefined when the words say no date, or the very date that stands already. */
export function useDateSuggestion(
  words: string,
  value: string | null,
  published: readonly PublishedDay[],
): DateSuggestion | undefined {
  const lang = useLang();
  const [picked, setPicked] = useState<string>();
  const [typed, setTyped] = useState('');
  const days = published.filter(
    ({ day }, index) => published.findIndex((other) => other.day === day) === index,
  );
  const chosen = days.find(({ day }) => day === picked)?.day ?? days[0]?.day;
  const day = chosen ?? parseTypedDate(typed) ?? null;
  const resolution = resolveDateWords(words, day, lang);
  // a date that stands already needs nobody to ask about it
  const isUseful = (resolution.needsPublished && value === null) || resolution.edtf !== null;
  if (!isUseful || (resolution.edtf !== null && resolution.edtf === value)) return undefined;
  return { resolution, days, chosen, choose: setPicked, typed, setTyped };
}
