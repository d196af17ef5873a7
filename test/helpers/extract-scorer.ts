/** Compares what extraction finds with an answer key: recall, precision, and what must not be found. */
import type { Extraction, FoundClaim, FoundIncident } from '../../shared/extract/types.ts';

export interface KeyClaim {
  readonly measure: string;
  readonly victims?: string;
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
  readonly text?: string;
  readonly by?: string;
  readonly also_by?: readonly string[];
  readonly via?: string;
  readonly status?: string;
  readonly evidence: string;
  /** Right when found, no loss when not. */
  readonly optional?: boolean;
}

export interface KeyActor {
  readonly name: string;
  readonly role: string;
  readonly canonical?: string;
  /** Right when found, no loss when not. */
  readonly optional?: boolean;
}

export interface KeyIncident {
  readonly id: string;
  readonly type: string;
  readonly date: string | null;
  readonly date_also_ok?: readonly (string | null)[];
  readonly place: {
    readonly as_written: string;
    readonly canonical?: string | null;
    readonly canonical_also?: readonly (string | null)[];
    readonly also?: readonly string[];
    readonly country: string;
  } | null;
  readonly actors: readonly KeyActor[];
  readonly claims: readonly KeyClaim[];
  readonly optional?: boolean;
}

/** Written for machines; the keys of shared/data word theirs for people and get theirs from the test. */
export interface Forbidden {
  readonly value?: number;
  readonly measure?: string;
  readonly place?: string;
  readonly date?: string;
  readonly perpetrator?: string;
  readonly basis?: string;
  readonly incident?: 'any';
  readonly link?: string;
}

export interface AnswerKey {
  readonly id: string;
  readonly lang: 'en' | 'fr';
  readonly heldout?: boolean;
  readonly published: string;
  readonly incidents: readonly KeyIncident[];
  readonly links?: readonly { readonly a: string; readonly b: string; readonly type: string }[];
  readonly persons?: readonly { readonly name: string; readonly optional?: boolean }[];
  /** The key names every person of the text: any other found is wrong. */
  readonly persons_complete?: boolean;
  readonly must_not?: readonly (Forbidden | string)[];
}

/** Expected, found, right. Recall = hit / expected; precision = right / found. */
export interface Count {
  expected: number;
  hit: number;
  found: number;
  right: number;
}

export const scoreKinds = [
  'incident',
  'type',
  'date',
  'place',
  'country',
  'actor',
  'perpetrator',
  'figure',
  'claimant',
  'via',
  'no figure',
  'person',
  'span',
] as const;
export type ScoreKind = (typeof scoreKinds)[number];
export type Score = Record<ScoreKind, Count>;

export interface Judgement {
  readonly id: string;
  readonly score: Score;
  readonly breaches: readonly string[];
  readonly misses: readonly string[];
}

export function emptyScore(): Score {
  const zero = (): Count => ({ expected: 0, hit: 0, found: 0, right: 0 });
  return Object.fromEntries(scoreKinds.map((kind) => [kind, zero()])) as Score;
}

export function addScores(scores: readonly Score[]): Score {
  const total = emptyScore();
  for (const score of scores)
    for (const kind of scoreKinds)
      for (const field of ['expected', 'hit', 'found', 'right'] as const)
        total[kind][field] += score[kind][field];
  return total;
}

const fold = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’']/g, ' ').toLowerCase().trim();
const small = new Set('the of and le la les l d de des du un une a an in for from et'.split(' '));
const wordsOf = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !small.has(word));

/** Whether two names share what matters: one's words are in the other, by their beginnings. */
export function namesAgree(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  if (x.length === 0 || y.length === 0) return false;
  const [less, more] = x.length <= y.length ? [x, y] : [y, x];
  const same = (one: string, other: string) =>
    one === other || (one.length > 4 && other.length > 4 && one.slice(0, 5) === other.slice(0, 5));
  const shared = less.filter((word) => more.some((other) => same(word, other))).length;
  return shared >= Math.max(1, Math.ceil(less.length * 0.6));
}

function placeAgrees(key: KeyIncident['place'], found: FoundIncident): boolean {
  if (key === null) return found.place === null;
  const names = [key.as_written, ...(key.also ?? []), ...(key.canonical ? [key.canonical] : [])];
  const place = found.place;
  return (
    place !== null &&
    names.some(
      (name) =>
        namesAgree(name, place.as_written) ||
        (place.canonical !== null && namesAgree(name, place.canonical)),
    )
  );
}

const dateOk = (key: KeyIncident, date: string | null) =>
  key.date === date || (key.date_also_ok ?? []).includes(date);

/** Pairs of expected and found incidents: place first, then date, then figures. */
function pair(key: AnswerKey, found: Extraction): Map<KeyIncident, FoundIncident> {
  const options = key.incidents.flatMap((expected) =>
    found.incidents.map((incident) => {
      const isPlace = placeAgrees(expected.place, incident);
      const isDate = dateOk(expected, incident.date);
      const figures = expected.claims.filter((claim) =>
        incident.claims.some((other) => figureAgrees(claim, other)),
      ).length;
      return {
        expected,
        incident,
        points: (isPlace ? 4 : 0) + (isDate ? 2 : 0) + figures,
        isMatch: isPlace || (isDate && figures > 0),
      };
    }),
  );
  const pairs = new Map<KeyIncident, FoundIncident>();
  const taken = new Set<FoundIncident>();
  for (const { expected, incident, isMatch } of options.sort((a, b) => b.points - a.points)) {
    if (!isMatch || pairs.has(expected) || taken.has(incident)) continue;
    pairs.set(expected, incident);
    taken.add(incident);
  }
  return pairs;
}

const aliases: Readonly<Record<string, readonly string[]>> = {
  wounded: ['wounded', 'injured'],
  abducted: ['abducted', 'kidnapped', 'captured'],
  captured: ['captured', 'abducted'],
};

function figureAgrees(key: KeyClaim, found: FoundClaim): boolean {
  if (!(aliases[key.measure] ?? [key.measure]).includes(found.measure)) return false;
  const isNone = key.status === 'no figure';
  if (isNone !== (found.status === 'no figure')) return false;
  if (isNone) return true;
  if (key.measure === 'denial') return true;
  const number = key.value ?? key.min;
  if (number === undefined) return found.value === undefined && found.min === undefined;
  if (key.max !== undefined && key.min !== undefined)
    return found.min === key.min && found.max === key.max;
  return (found.value ?? found.min) === number;
}

function roleAgrees(key: string, found: string): boolean {
  const side = (role: string) =>
    /perpetrator/.test(role) ? 'perpetrator' : /target|victim/.test(role) ? 'target' : role;
  return side(key) === side(found);
}

export function judge(key: AnswerKey, text: string, found: Extraction): Judgement {
  const score = emptyScore();
  const misses: string[] = [];
  const pairs = pair(key, found);
  const required = key.incidents.filter(({ optional }) => optional !== true);
  const linked = new Set((key.links ?? []).flatMap(({ a, b }) => [a, b]));
  score.incident.expected = required.length;
  score.incident.found = found.incidents.length;
  score.incident.right = pairs.size;
  for (const expected of required) {
    const incident = pairs.get(expected);
    // two linked incidents may be given as one
    const isMerged =
      linked.has(expected.id) &&
      [...linked].some((id) => key.incidents.some((other) => other.id === id && pairs.has(other)));
    if (incident || isMerged) score.incident.hit += 1;
    else
      misses.push(
        `incident ${expected.id} (${expected.place?.as_written ?? 'no place'}, ${expected.date})`,
      );
  }
  for (const incident of found.incidents)
    if (![...pairs.values()].includes(incident)) misses.push(`extra incident: ${incident.summary}`);
  for (const [expected, incident] of pairs) judgeIncident(expected, incident, score, misses);
  for (const expected of required.filter((each) => !pairs.has(each)))
    for (const claim of expected.claims)
      if (claim.optional !== true)
        score[claim.status === 'no figure' ? 'no figure' : 'figure'].expected += 1;
  for (const incident of found.incidents.filter((each) => ![...pairs.values()].includes(each)))
    score.figure.found += incident.claims.filter(isFigure).length;
  judgePersons(key, found, score, misses);
  judgeSpans(text, found, score, misses);
  return { id: key.id, score, breaches: breachesOf(key, found), misses };
}

const isFigure = (claim: FoundClaim) =>
  claim.status !== 'no figure' && claim.measure !== 'denial' && !claim.isPart;

function judgeIncident(
  key: KeyIncident,
  found: FoundIncident,
  score: Score,
  misses: string[],
): void {
  const check = (kind: ScoreKind, isRight: boolean, what: string) => {
    score[kind].expected += 1;
    score[kind].found += 1;
    if (isRight) {
      score[kind].hit += 1;
      score[kind].right += 1;
    } else misses.push(`${key.id}: ${kind} ${what}`);
  };
  check('type', typeAgrees(key.type, found), `${key.type} ≠ ${found.type}`);
  check('date', dateOk(key, found.date), `${key.date} ≠ ${found.date}`);
  if (key.place) {
    const canonical = [key.place.canonical, ...(key.place.canonical_also ?? [])];
    const isNamed =
      key.place.canonical === undefined ||
      canonical.some((name) =>
        name === null
          ? found.place?.canonical === null
          : found.place?.canonical !== null &&
            found.place !== null &&
            name !== undefined &&
            namesAgree(name, found.place.canonical ?? ''),
      );
    check(
      'place',
      placeAgrees(key.place, found) && (isNamed || found.place?.canonical === null),
      `${key.place.as_written}/${key.place.canonical} ≠ ${found.place?.as_written}/${found.place?.canonical}`,
    );
    check(
      'country',
      found.place?.country === key.place.country,
      `${key.place.country} ≠ ${found.place?.country}`,
    );
  }
  for (const actor of key.actors) {
    if (actor.optional === true) continue;
    const kind = /perpetrator/.test(actor.role) ? 'perpetrator' : 'actor';
    score[kind].expected += 1;
    const isFound = found.actors.some(
      (other) => roleAgrees(actor.role, other.role) && actorAgrees(actor, other),
    );
    if (isFound) score[kind].hit += 1;
    else misses.push(`${key.id}: ${actor.role} ${actor.name}`);
  }
  for (const actor of found.actors) {
    const kind = /perpetrator/.test(actor.role) ? 'perpetrator' : 'actor';
    score[kind].found += 1;
    if (key.actors.some((other) => roleAgrees(other.role, actor.role) && actorAgrees(other, actor)))
      score[kind].right += 1;
    else misses.push(`${key.id}: extra ${actor.role} ${actor.name}`);
  }
  judgeClaims(key, found, score, misses);
}

function actorAgrees(
  key: KeyActor,
  found: { readonly name: string; readonly canonical: string | null },
): boolean {
  const names = [key.name, ...(key.canonical === undefined ? [] : [key.canonical])];
  return names.some(
    (name) =>
      namesAgree(name, found.name) ||
      (found.canonical !== null && namesAgree(name, found.canonical)),
  );
}

function typeAgrees(key: string, found: FoundIncident): boolean {
  const group = (type: string) =>
    /abduct|kidnap/.test(type)
      ? 'abduction'
      : /ied|mine|explos|bomb/i.test(type)
        ? 'explosion'
        : /air|drone/.test(type)
          ? 'air'
          : /shell|artiller|rocket/.test(type)
            ? 'shelling'
            : /clash|battle/.test(type)
              ? 'clash'
              : 'attack';
  const [a, b] = [group(key), group(found.type)];
  return (
    a === b ||
    (['shelling', 'air'].includes(a) && ['shelling', 'air'].includes(b)) ||
    (['clash', 'attack'].includes(a) && ['clash', 'attack'].includes(b))
  );
}

function judgeClaims(key: KeyIncident, found: FoundIncident, score: Score, misses: string[]): void {
  const taken = new Set<FoundClaim>();
  for (const claim of key.claims) {
    const kind: ScoreKind = claim.status === 'no figure' ? 'no figure' : 'figure';
    const options = found.claims.filter((other) => !taken.has(other) && figureAgrees(claim, other));
    const best =
      options.find(
        (other) => claim.by !== undefined && other.by !== null && speakerAgrees(claim, other.by),
      ) ?? options[0];
    if (best) taken.add(best);
    if (claim.optional !== true) {
      score[kind].expected += 1;
      if (best) score[kind].hit += 1;
      else
        misses.push(
          `${key.id}: ${claim.measure} ${claim.value ?? claim.min ?? claim.text} (${claim.evidence})`,
        );
    }
    if (!best || claim.by === undefined) continue;
    score.claimant.expected += 1;
    score.claimant.found += 1;
    if (best.by !== null && speakerAgrees(claim, best.by)) {
      score.claimant.hit += 1;
      score.claimant.right += 1;
    } else misses.push(`${key.id}: claimant of ${claim.evidence}: ${claim.by} ≠ ${best.by}`);
    if (claim.via === undefined) continue;
    score.via.expected += 1;
    score.via.found += 1;
    if (best.via !== null && namesAgree(claim.via, best.via)) {
      score.via.hit += 1;
      score.via.right += 1;
    } else misses.push(`${key.id}: via of ${claim.evidence}: ${claim.via} ≠ ${best.via}`);
  }
  for (const claim of found.claims) {
    const kind: ScoreKind = claim.status === 'no figure' ? 'no figure' : 'figure';
    if (claim.measure === 'denial' || (claim.isPart && !taken.has(claim))) continue;
    score[kind].found += 1;
    if (taken.has(claim)) score[kind].right += 1;
    else misses.push(`${key.id}: extra ${claim.measure} ${claim.text} (${claim.evidence.quote})`);
  }
}

function speakerAgrees(key: KeyClaim, by: string): boolean {
  return [key.by ?? '', ...(key.also_by ?? [])].some((name) => namesAgree(name, by));
}

function judgePersons(key: AnswerKey, found: Extraction, score: Score, misses: string[]): void {
  const persons = key.persons ?? [];
  for (const { name } of persons.filter(({ optional }) => optional !== true)) {
    score.person.expected += 1;
    if (found.persons.some((person) => namesAgree(person.name, name))) score.person.hit += 1;
    else misses.push(`person ${name}`);
  }
  for (const person of found.persons) {
    score.person.found += 1;
    const isRight =
      key.persons_complete === true
        ? persons.some(({ name }) => namesAgree(person.name, name))
        : /^\p{Lu}\S*(?:[ -]\p{L}\S*)+$/u.test(person.name);
    if (isRight) score.person.right += 1;
    else misses.push(`extra person ${person.name}`);
  }
}

/** Every span must be the very words at its place, in code points. */
function judgeSpans(text: string, found: Extraction, score: Score, misses: string[]): void {
  const points = [...text];
  const spans = [
    ...found.incidents.flatMap(({ evidence, claims, actors, place }) => [
      ...evidence,
      ...claims.map((claim) => claim.evidence),
      ...actors.map((actor) => actor.evidence),
      ...(place ? [place.evidence] : []),
    ]),
    ...found.persons.map(({ evidence }) => evidence),
    ...found.actors.map(({ evidence }) => evidence),
    ...found.places.map(({ evidence }) => evidence),
    ...found.dates.map(({ evidence }) => evidence),
  ];
  for (const { quote, start, end } of spans) {
    const isExact = quote !== '' && points.slice(start, end).join('') === quote;
    score.span.expected += 1;
    score.span.found += 1;
    if (isExact) {
      score.span.hit += 1;
      score.span.right += 1;
    } else misses.push(`span ${start}–${end} is not "${quote}"`);
  }
}

function breachesOf(key: AnswerKey, found: Extraction): readonly string[] {
  return (key.must_not ?? []).flatMap((rule) => {
    if (typeof rule === 'string') return [];
    return isBreached(rule, found) ? [JSON.stringify(rule)] : [];
  });
}

export function isBreached(rule: Forbidden, found: Extraction): boolean {
  if (rule.incident === 'any') return found.incidents.length > 0;
  if (rule.link !== undefined) return found.persons.some(({ key }) => key !== null);
  return found.incidents.some((incident) => {
    const isPlace =
      rule.place === undefined ||
      (incident.place !== null && namesAgree(rule.place, incident.place.as_written));
    const isDate = rule.date === undefined || (incident.date?.startsWith(rule.date) ?? false);
    const isActor =
      rule.perpetrator === undefined ||
      incident.actors.some(
        ({ role, name, canonical, basis }) =>
          role === 'perpetrator' &&
          (rule.perpetrator === 'any' || namesAgree(rule.perpetrator ?? '', canonical ?? name)) &&
          (rule.basis === undefined || rule.basis === basis),
      );
    const isValue =
      rule.value === undefined ||
      incident.claims.some(
        ({ value, min, max, measure }) =>
          [value, min, max].includes(rule.value) &&
          (rule.measure === undefined || rule.measure === measure),
      );
    return isPlace && isDate && isActor && isValue;
  });
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)}%`;
}

/** A table of recall and precision by kind. */
export function scoreTable(title: string, score: Score): string {
  const rows = scoreKinds.map((kind) => {
    const { expected, hit, found, right } = score[kind];
    return `  ${kind.padEnd(12)} recall ${percent(hit, expected).padStart(4)} (${hit}/${expected})  precision ${percent(right, found).padStart(4)} (${right}/${found})`;
  });
  return `${title}\n${rows.join('\n')}`;
}
