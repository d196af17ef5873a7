// The reading of one source as the panel shows it. What was read outlives the screen; what became of each
// suggestion is read from the case.
import { create } from 'zustand';
import type { Suggestions } from '../../../../shared/contract/extract-calls.ts';
import type {
  ClaimView,
  IncidentDossier,
  LinkView,
} from '../../../../shared/contract/read-calls.ts';
import type { Op } from '../../../../shared/contract/record-calls.ts';
import type { Source } from '../../../../shared/domain/records.ts';
import type { AppError } from '../../../../shared/lib/app-error.ts';
import { getApp } from '../../../state/app-store.ts';
import { catalogues } from '../../../text/catalogue.ts';
import type { Looked } from '../source-reader.tsx';
import type { IncidentFields } from './accept-ops.ts';
import type { Match } from './match-incident.ts';
import { rejectionsOf } from './rejections.ts';
import { type CaseFacts, type Standings, standingsOf } from './standing.ts';
import type { Suggestion, SuggestionGroup, SuggestionOf } from './suggestion.ts';
import type { Answer, Question } from './who.ts';
import type { Wording } from './word-suggestion.ts';

/** A question that stands before suggestions can be recorded or changed. */
export interface Asking {
  readonly question: Question;
  /** What goes on once it is answered. */
  readonly goOn: () => Promise<void>;
}

/** A candidate incident in its editor. */
export interface IncidentEditing {
  readonly item: SuggestionOf<'incident'>;
  readonly fields: IncidentFields;
}

/** A claim or an actor of an incident in its editor, and what is saved together with it. */
export interface PartEditing {
  readonly item: SuggestionOf<'claim' | 'date' | 'place' | 'role'>;
  /** Steps before the record itself: its incident, actors and their passages. */
  readonly before: readonly Op[];
  /** Passages of the record itself. */
  readonly after: readonly Op[];
  readonly incidentId: string;
  readonly recordId: string;
  /** The record as suggested. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Names of actors that these steps make, by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** A record that a suggestion became, in its own editor. */
export type StoredEditing = { readonly item: Suggestion } & (
  | { readonly claim: ClaimView }
  | { readonly link: LinkView; readonly incident: IncidentDossier }
);

export type Editing = IncidentEditing | PartEditing | StoredEditing;

export interface SuggestState {
  readonly source: Source | undefined;
  readonly step: 'idle' | 'asks-date' | 'reading' | 'read' | 'failed';
  readonly error: AppError | undefined;
  readonly found: Suggestions | undefined;
  readonly groups: readonly SuggestionGroup[];
  readonly facts: CaseFacts | undefined;
  readonly standings: Standings;
  /** The suggestion looked at; the number rises when it is to be shown again. */
  readonly cursor: Looked | undefined;
  readonly asking: Asking | undefined;
  readonly editing: Editing | undefined;
  /** Incidents of the case that a candidate may be, by group. */
  readonly matches: ReadonlyMap<string, readonly Match[]>;
  /** What was just done, for those who cannot see the list. */
  readonly said: string;
  /** Rises when the panel should take the focus. */
  readonly focusNumber: number;
}

const initial: SuggestState = {
  source: undefined,
  step: 'idle',
  error: undefined,
  found: undefined,
  groups: [],
  facts: undefined,
  standings: new Map(),
  cursor: undefined,
  asking: undefined,
  editing: undefined,
  matches: new Map(),
  said: '',
  focusNumber: 0,
};

const store = create<SuggestState>(() => initial);

export function useSuggest<T>(selector: (state: SuggestState) => T): T {
  return store(selector);
}

export function getSuggest(): SuggestState {
  return store.getState();
}

export function setSuggest(patch: Partial<SuggestState>): void {
  store.setState(patch);
}

/** Has the panel take the focus: after a click that took away what had it, after a dialog. */
export function takeFocus(): void {
  store.setState(({ focusNumber, editing }) =>
    // a dialog keeps it
    editing === undefined ? { focusNumber: focusNumber + 1 } : {},
  );
}

/** Answers to questions about names, by source; a name is asked about once. */
const answersBySource = new Map<string, Map<string, Answer>>();

export function answersFor(sourceId: string): Map<string, Answer> {
  const known = answersBySource.get(sourceId);
  if (known !== undefined) return known;
  const answers = new Map<string, Answer>();
  answersBySource.set(sourceId, answers);
  return answers;
}

/** Forgets everything of the source before, at another source or case. */
export function resetSuggest(source?: Source): void {
  const { focusNumber } = store.getState();
  store.setState({ ...initial, source, focusNumber });
}

/** Compares suggestions and case again. */
export function restand(patch: Partial<Pick<SuggestState, 'facts' | 'groups'>> = {}): void {
  store.setState((state) => {
    const { source, facts, groups } = { ...state, ...patch };
    if (source === undefined || facts === undefined) return patch;
    const { text } = facts.dossier.source;
    return { ...patch, standings: standingsOf(groups, text, facts, rejectionsOf(source.id)) };
  });
}

export function wordingOf({ groups, found }: Pick<SuggestState, 'groups' | 'found'>): Wording {
  const { lang } = getApp();
  return { lang, words: catalogues[lang].suggest, published: found?.published ?? null, groups };
}

/** All suggestions in the order of the list. */
export function allItems(groups: readonly SuggestionGroup[]): readonly Suggestion[] {
  return groups.flatMap(({ items }) => items);
}

/** Looks at a suggestion, by its id. */
export function lookAt(id: string | undefined): void {
  store.setState(({ cursor }) => ({
    cursor: id === undefined ? undefined : { id, number: (cursor?.number ?? 0) + 1 },
  }));
}

/** The next suggestion that is open after these, else the first open one, else the last of these. */
export function lookOn(after: readonly string[]): void {
  const { groups, standings } = store.getState();
  const items = allItems(groups);
  const at = items.findLastIndex(({ id }) => after.includes(id));
  const isOpen = ({ id }: Suggestion) => standings.get(id)?.state === 'open';
  const next = items.slice(at + 1).find(isOpen) ?? items.find(isOpen);
  lookAt(next?.id ?? after.at(-1));
}
