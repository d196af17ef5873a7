// What can be made of selected words, each by one key. The keys are the same in every language.
import {
  CalendarDays,
  Flame,
  type LucideIcon,
  MapPin,
  MessageSquareQuote,
  Sigma,
  StickyNote,
  Users,
} from 'lucide-react';

export const markKinds = ['claim', 'toll', 'actor', 'place', 'date', 'incident', 'note'] as const;
export type MarkKind = (typeof markKinds)[number];

export const markKeys: { readonly [K in MarkKind]: string } = {
  claim: 'C',
  toll: 'T',
  actor: 'A',
  place: 'P',
  date: 'D',
  incident: 'I',
  note: 'N',
};

export const markIcons: { readonly [K in MarkKind]: LucideIcon } = {
  claim: MessageSquareQuote,
  toll: Sigma,
  actor: Users,
  place: MapPin,
  date: CalendarDays,
  incident: Flame,
  note: StickyNote,
};

/** The letter of a key press in capitals; by its place where the keyboard types no Latin letters. */
export function letterOf({
  key,
  code,
}: {
  readonly key: string;
  readonly code: string;
}): string | undefined {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const isOtherScript = /^\p{L}$/u.test(key);
  return isOtherScript ? /^Key([A-Z])$/.exec(code)?.[1] : undefined;
}

export function markKindOf(letter: string | undefined): MarkKind | undefined {
  return markKinds.find((kind) => markKeys[kind] === letter);
}
