// Deciding on suggestions: each decision is one save or none, carried out one after the other, so that keys
// may be pressed faster than the case answers.
import { newId } from '../../../../shared/lib/ids.ts';
import { call } from '../../../api/client.ts';
import type { PlaceValue } from '../../../map-kit/place-value.ts';
import { getApp, notify, notifyError } from '../../../state/app-store.ts';
import { getCase } from '../../../state/case-store.ts';
import { addLocalStep } from '../../../state/local-undo.ts';
import { type Acceptance, acceptSteps, type IncidentFields, type Steps } from './accept-ops.ts';
import { placeValueOf, readFacts } from './case-facts.ts';
import { castBook, questionsFor } from './cast-book.ts';
import { setRejected } from './rejections.ts';
import {
  allItems,
  answersFor,
  getSuggest,
  lookAt,
  lookOn,
  restand,
  setSuggest,
  wordingOf,
} from './suggest-store.ts';
import type { Suggestion, SuggestionOf } from './suggestion.ts';
import type { Answer } from './who.ts';
import { lineOf, titleOf } from './word-suggestion.ts';

let queue: Promise<void> = Promise.resolve();

/** Carries out a decision after those before it; a refusal becomes a message. */
export function decide(work: () => void | Promise<void>): Promise<void> {
  queue = queue.then(work).catch(notifyError);
  return queue;
}

/** The suggestion looked at. */
export function currentItem(): Suggestion | undefined {
  const { cursor, groups } = getSuggest();
  return allItems(groups).find(({ id }) => id === cursor?.id);
}

function words() {
  return wordingOf(getSuggest()).words;
}

function mayWrite(): boolean {
  if (getCase().caseState?.isReadOnly === false) return true;
  notify({ tone: 'info', text: words().readOnly });
  return false;
}

export interface AcceptOptions {
  /** An incident as the analyst changed it. */
  readonly fields?: IncidentFields;
  /** Incident of the case that takes the place of the candidate. */
  readonly attachTo?: string;
}

/** Accepts what is not in the case yet; asks first about names that nobody knows. */
export async function accept(
  items: readonly Suggestion[],
  options: AcceptOptions = {},
): Promise<void> {
  const { standings, groups, source, facts, found, asking } = getSuggest();
  if (asking !== undefined || source === undefined || facts === undefined || found === undefined) {
    return;
  }
  const open = items.filter(({ id }) => standings.get(id)?.state !== 'accepted');
  const ready = open.filter((item) => item.kind !== 'same' || hasBoth(item, open));
  if (ready.length === 0) {
    if (open.length > 0) notify({ tone: 'info', text: words().firstAccept });
    return;
  }
  if (!mayWrite()) return;
  const cast = { actors: facts.actors, members: found.cast, answers: answersFor(source.id) };
  const [question] = questionsFor(ready, groups, cast);
  if (question !== undefined) {
    setSuggest({ asking: { question, goOn: () => accept(items, options) } });
    return;
  }
  const steps = await stepsFor(ready, options);
  await call('record/save', { ops: [...steps.ops], why: words().historyWhy });
  // one that was rejected and is accepted after all
  setRejected(
    source.id,
    ready.map(({ id }) => id),
    false,
  );
  restand({ facts: await readFacts(source.id) });
  setSuggest({ said: words().accepted(ready.length) });
  lookOn(ready.map(({ id }) => id));
}

function hasBoth(item: SuggestionOf<'same'>, open: readonly Suggestion[]): boolean {
  const { standings, groups } = getSuggest();
  return [item.group, item.other].every((group) => {
    const head = groups.find(({ id }) => id === group)?.incident;
    return (
      head !== undefined &&
      (standings.get(head.id)?.state === 'accepted' || open.some(({ id }) => id === head.id))
    );
  });
}

/** The steps of one save; places are looked up first, since a name alone is not a place. */
export async function stepsFor(
  items: readonly Suggestion[],
  { fields, attachTo }: AcceptOptions = {},
): Promise<Steps> {
  const state = getSuggest();
  const { source, facts, found, groups, standings } = state;
  if (source === undefined || facts === undefined || found === undefined) {
    throw new Error('nothing was read');
  }
  const { lang } = getApp();
  const wording = wordingOf(state);
  const places = new Map<string, PlaceValue | null>();
  for (const group of groups) {
    const { incident } = group;
    const isWanted = items.some((item) => item.group === group.id);
    if (!isWanted || incident === undefined || incident.incident.place === null) continue;
    if (standings.get(incident.id)?.state === 'accepted') continue;
    places.set(incident.id, await placeValueOf(incident.incident.place, lang));
  }
  for (const item of items) {
    if (item.kind === 'locality') places.set(item.id, await placeValueOf(item.place, lang));
  }
  const cast = { actors: facts.actors, members: found.cast, answers: answersFor(source.id) };
  const first = items[0]?.group ?? '';
  const acceptance: Acceptance = {
    source: facts.dossier.source,
    groups,
    standings,
    isInvented: getCase().caseState?.invented ?? false,
    fieldsOf: (head) =>
      fields ?? suggestedFields(head, titleOf(head.incident, wording), places.get(head.id) ?? null),
    placeOf: ({ id, place }) => places.get(id) ?? emptyPlace(place.as_written),
    cast: castBook(groups, cast, newId),
    newId,
    ...(attachTo === undefined ? {} : { attach: new Map([[first, attachTo]]) }),
  };
  return acceptSteps(items, acceptance);
}

export function suggestedFields(
  { incident }: SuggestionOf<'incident'>,
  title: string,
  place: PlaceValue | null,
): IncidentFields {
  return {
    title,
    eventType: incident.eventType,
    subEventType: incident.subEventType,
    date: incident.date,
    dateWords: incident.dateWords ?? '',
    timeWords: '',
    place,
    placeWords: incident.place?.as_written ?? '',
  };
}

function emptyPlace(name: string): PlaceValue {
  return {
    ...{ placeId: null, gazetteerId: null, name, kind: null },
    ...{ country: null, admin1: null, admin2: null, latitude: null, longitude: null },
    ...{ level: 'unknown', radiusM: null },
  };
}

/** Everything open of the candidate incident that the suggestion belongs to. */
export function acceptGroup(item: Suggestion, options: AcceptOptions = {}): Promise<void> {
  const { groups, standings } = getSuggest();
  const items = groups.find(({ id }) => id === item.group)?.items ?? [];
  return accept(
    items.filter(({ id }) => standings.get(id)?.state === 'open'),
    options,
  );
}

/** Rejects a suggestion, an incident with all that is open of it; one that is rejected is opened again. */
export function reject(item: Suggestion): void {
  const { source, standings, groups } = getSuggest();
  const state = standings.get(item.id)?.state;
  if (source === undefined || state === undefined || state === 'accepted') return;
  const siblings =
    item.kind === 'incident' ? (groups.find(({ id }) => id === item.group)?.items ?? []) : [item];
  const ids = siblings.filter(({ id }) => standings.get(id)?.state === state).map(({ id }) => id);
  const isRejected = state === 'open';
  mark(source.id, ids, isRejected);
  const text = lineOf(item, wordingOf(getSuggest()));
  const undone = isRejected ? words().takenBack(text) : words().rejectedToast(text);
  addLocalStep({
    undone,
    undo: () => {
      mark(source.id, ids, !isRejected);
      lookAt(item.id);
    },
  });
  setSuggest({ said: isRejected ? words().rejectedToast(text) : words().takenBack(text) });
  if (isRejected) lookOn(ids);
}

function mark(sourceId: string, ids: readonly string[], isRejected: boolean): void {
  setRejected(sourceId, ids, isRejected);
  if (getSuggest().source?.id === sourceId) restand();
}

/** The incident of the case takes the place of the candidate: its words are tied to it, nothing else yet. */
export function attach(item: Suggestion, incidentId: string): Promise<void> {
  const head = getSuggest().groups.find(({ id }) => id === item.group)?.incident;
  return head === undefined ? Promise.resolve() : accept([head], { attachTo: incidentId });
}

/** Answers the question and goes on with what it stood before. */
export async function answerQuestion(answer: Answer): Promise<void> {
  const { asking, source } = getSuggest();
  if (asking === undefined || source === undefined) return;
  answersFor(source.id).set(asking.question.key, answer);
  setSuggest({ asking: undefined });
  await asking.goOn();
}

export function dropQuestion(): void {
  setSuggest({ asking: undefined });
}

/** One line up or down. */
export function move(by: 1 | -1): void {
  const { groups, cursor } = getSuggest();
  const items = allItems(groups);
  const at = items.findIndex(({ id }) => id === cursor?.id);
  const next = items[at < 0 ? 0 : Math.max(0, Math.min(items.length - 1, at + by))];
  lookAt(next?.id);
}
