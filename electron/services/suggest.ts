/** What a page needs beside the suggestions themselves: who the names in them stand for, and the language. */
import type { CastMember, Suggestions } from '../../shared/contract/extract-calls.ts';
import type { RecordOf } from '../../shared/domain/records.ts';
import { languageSignal } from '../../shared/extract/language-signal.ts';
import type { Extraction, KnownActor } from '../../shared/extract/types.ts';
import { fold } from '../../shared/lib/fold.ts';
import { knowledgeOf } from './extract.ts';
import type { CaseSession } from './session.ts';
import { starterActors } from './starter-actors.ts';

/** Every name that may stand for a listed actor. */
function namesIn({ incidents, actors }: Extraction): ReadonlySet<string> {
  const names = [
    ...incidents.flatMap((incident) => [
      ...incident.actors.flatMap(({ name, canonical }) => [name, canonical]),
      ...incident.claims.flatMap(({ by, by_canonical, via }) => [by, by_canonical, via]),
    ]),
    ...actors.map(({ canonical }) => canonical),
  ];
  return new Set(names.filter((name) => name !== null).map(fold));
}

/** The actors of the case, then those of the bundled list, that bear one of the names. */
function castOf(found: Extraction, known: readonly KnownActor[]): readonly CastMember[] {
  const wanted = namesIn(found);
  return known.filter(({ name, names }) => [name, ...names].some((one) => wanted.has(fold(one))));
}

/** @param source as it was when the reading began: its text is the one that was read */
export function suggestionsOf(
  session: CaseSession,
  source: RecordOf<'source'>,
  found: Extraction,
): Suggestions {
  const known = [...knowledgeOf(session).actors, ...starterActors];
  return {
    ...found,
    cast: castOf(found, known),
    language: languageSignal(source.text),
    textSha256: source.text_sha256,
  };
}
