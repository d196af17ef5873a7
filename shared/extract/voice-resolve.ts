/** Whom a speaker's words stand for: "it", "the group", "the ministry", a surname, "the statement". */
import type { Reading } from './reading.ts';
import { nameOf, type Speaker } from './speakers.ts';
import type { Statement } from './statements.ts';

export interface Voice {
  readonly speaker: Speaker;
  readonly via: string | undefined;
  readonly why: string;
}

export interface Spoken extends Statement {
  readonly voice: Voice;
}

/** What was said before, while a text is gone through. */
export interface Heard {
  /** The voice that spoke last. */
  readonly last: Voice | undefined;
  /** The last statement of an armed group. */
  readonly chain: Statement | undefined;
  /** All speakers so far, in order. */
  readonly past: readonly Voice[];
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const groupNoun =
  /^(?:(?:armed|jihadist|rebel|militant|terrorist|islamist|extremist|insurgent) )?(?:group|groupe|organi[sz]ation|mouvement|movement|secte?|faction|militia|milice|alliance|coalition|front|rebellion|gang|rebels?|rebelles|insurgents|militants|jihadists|d?jihadistes|terroristes|assaillants|attackers|assailants|ravisseurs|fighters|combattants)(?: (?:arme|d?jihadiste|terroriste|rebelle|islamiste))?$/;
const messageNoun =
  /^(?:(?:\p{L}+ )?(?:statement|communique|message|claim|post|text|texte|audio|recording|note|revendication|letter|lettre|declaration|release|publication|tweet)|(?:video|report|rapport|document))(?: (?:de|du|of|from|by) .*\b(?:group|groupe|mouvement|movement|organi[sz]ation|faction|branche|media)\b.*)?$/u;

export function resolve(said: Statement, heard: Heard, reading: Reading): Spoken | undefined {
  const { last, chain } = heard;
  const stand = (speaker: Speaker, via: string | undefined, why: string): Spoken => ({
    ...said,
    speaker,
    via,
    voice: { speaker, via, why },
  });
  if (said.isPronoun) {
    if (!last) return undefined;
    return stand(
      last.speaker,
      said.via ?? last.via,
      `Said by the one who spoke before: ${last.speaker.name}.`,
    );
  }
  const { speaker } = said;
  const folded = fold(speaker.name);
  const standsFor = (voice: Pick<Voice, 'speaker' | 'via'>) =>
    stand(
      voice.speaker,
      said.via ?? voice.via,
      `"${speaker.name}" stands for ${voice.speaker.name}.`,
    );
  if (groupNoun.test(folded) && !speaker.actor?.known) {
    // "the group said": the organisation that spoke, else the armed group that claims
    const isOrganisation =
      last?.speaker.actor?.known?.kind === 'organisation' &&
      /^(?:group|groupe|organi[sz]ation|coalition)$/.test(folded);
    const isSame = last && (last.speaker.kind === 'group' || isOrganisation);
    if (isSame) return standsFor(last);
    if (chain) return standsFor(chain);
    const only = onlyOne(reading, ({ side }) => side === 'group', 'group');
    return only
      ? standsFor({ speaker: only, via: undefined })
      : stand(speaker, said.via, `Said by ${speaker.name}.`);
  }
  if (messageNoun.test(folded) && !speaker.actor?.known) {
    const before = /group|mouvement|movement|organi|faction/.test(folded)
      ? (chain ?? last)
      : (last ?? chain);
    if (before) return standsFor(before);
  }
  if (
    /^(?:(?:un|peacekeeping) )?mission(?: onusienne| de l'onu| des nations unies)?$/.test(folded)
  ) {
    const mission = onlyOne(reading, ({ kind }) => kind === 'external-force', 'official');
    if (mission) return standsFor({ speaker: mission, via: undefined });
  }
  const earlier = sameAs(speaker, folded, heard, reading);
  if (earlier) return standsFor(earlier);
  return stand(speaker, said.via, `Said by ${speaker.name}.`);
}

const offices =
  /^(?:officials?|officers?|officier|responsable|spokes\w+|porte-parole|elu|colonel|general|captain|capitaine|commandant|doctor|medecin|priest|pretre|bishop|eveque|chief|chef|mayor|maire|governor|gouverneur|minister|ministre|leader|nurse|infirmier\w*|teacher|enseignant\w*|president\w*|director|directeur|imam|elder|notable|farmer|trader|survivor|rescape\w*|resident|habitant\w*|witness|temoin)$/;

/** "spokesman" of "spokesman for the army, Colonel X": what an office is called by. */
const headOf = (name: string) =>
  fold(name).split(/,| (?:of|de|du|des|for|at|in) |(?<= )d['’]/)[0] ?? '';

/** "the ministry" after "the information ministry"; "Adegoke" after "Colonel Kamarudeen Adegoke". */
function sameAs(
  speaker: Speaker,
  folded: string,
  { last, past }: Heard,
  reading: Reading,
): Pick<Voice, 'speaker' | 'via'> | undefined {
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const isSurname =
    /^(?:(?:M|Mr|Mrs|Ms|Mme|Dr|Col|Gen|Colonel|General|Général|Captain|Capitaine|Major|Maj)\.? )?\p{Lu}[\p{L}'’-]+$/u.test(
      speaker.name,
    ) && !speaker.actor;
  const key = words.at(-1) ?? '';
  if (key.length < 3) return undefined;
  if (isSurname) {
    const voice = past.findLast(
      ({ speaker: { name } }) =>
        name.length > speaker.name.length &&
        fold(name)
          .split(/[^\p{L}\p{N}]+/u)
          .includes(key),
    );
    if (voice) return { speaker: voice.speaker, via: undefined };
    const person = reading.persons.find(
      ({ start, end }) =>
        fold(reading.document.tokens[end - 1]?.plain ?? '') === key && end - start > 1,
    );
    const name = person && reading.document.quote(person.start, person.end);
    return name === undefined ? undefined : { speaker: { ...speaker, name }, via: undefined };
  }
  if (
    words.length !== 1 ||
    /^(?:two|three|four|five|deux|trois|quatre|cinq)$/.test(key) ||
    speaker.isDefinite !== true ||
    speaker.actor?.known
  )
    return undefined;
  const voice = past.findLast(
    ({ speaker: { name } }) =>
      name.length > speaker.name.length &&
      headOf(name)
        .split(/[^\p{L}\p{N}]+/u)
        .some(
          (word) =>
            word === key ||
            word === `${key}s` ||
            (key.length > 5 && word.startsWith(key.slice(0, 6))),
        ),
  );
  if (voice) return { speaker: voice.speaker, via: undefined };
  return offices.test(key) && last && last.speaker.kind !== 'group'
    ? { speaker: last.speaker, via: undefined }
    : undefined;
}

/** The only listed actor of its sort that the text names. */
function onlyOne(
  { actors, document }: Reading,
  isSort: (actor: Reading['actors'][number]) => boolean,
  kind: Speaker['kind'],
): Speaker | undefined {
  const all = actors.filter((actor) => actor.known && isSort(actor));
  const [only] = all;
  if (!only || new Set(all.map(({ known }) => known?.key)).size > 1) return undefined;
  return { name: nameOf(only, document, actors), kind, actor: only };
}
