/** Passages that lead to an actor, an incident or a place, each in its sentence. */
import type { Mention } from '../../shared/contract/reader-calls.ts';
import { codePointIndex } from '../../shared/domain/passage.ts';
import { surroundings } from '../../shared/domain/passage-context.ts';
import type { Passage, Source } from '../../shared/domain/records.ts';
import { claimsOfActorText } from '../db/queries/actor-list.ts';
import { listRecordsById, listTargeting } from '../db/queries/records.ts';
import { column, type Reader } from '../db/sqlite.ts';
import { byId } from './claim-names.ts';
import { linksOf } from './link-views.ts';
import { requireRecord } from './records.ts';

interface Found {
  readonly passage: Passage;
  readonly role: Mention['role'];
}

/**
 * Newest source first, in the order of its text; for an actor also the words of claims it makes, passes
 * on or denies and of its links. A passage is told once. Throws `record/not-found`.
 */
export function listMentions(
  db: Reader,
  table: 'actor' | 'incident' | 'place',
  id: string,
): Mention[] {
  requireRecord(db, table, id);
  const direct = listTargeting(db, 'passage', table, [id]);
  const found = [
    ...direct.map((passage): Found => ({ passage, role: 'mention' })),
    ...(table === 'actor' ? [...inClaims(db, id), ...inLinks(db, id)] : []),
  ];
  const once = [...new Map(found.toReversed().map((each) => [each.passage.id, each])).values()];
  const sources = byId(
    db,
    'source',
    once.map(({ passage }) => passage.source_id),
  );
  const indexes = new Map(
    [...sources.values()].map((source) => [source.id, codePointIndex(source.text)]),
  );
  return once
    .flatMap(({ passage, role }): (Mention & { readonly day: string })[] => {
      const source = sources.get(passage.source_id);
      const index = indexes.get(passage.source_id);
      if (source === undefined || index === undefined || source.deleted_at !== null) return [];
      const span = { from: index.toUnit(passage.start), to: index.toUnit(passage.end) };
      const around = passage.is_lost ? { before: '', after: '' } : surroundings(source.text, span);
      return [
        { passage, role, source: head(source), ...around, day: source.published_latest ?? '' },
      ];
    })
    .sort(
      (a, b) =>
        b.day.localeCompare(a.day) ||
        a.source.id.localeCompare(b.source.id) ||
        a.passage.start - b.passage.start,
    )
    .map(({ day: _, ...mention }) => mention);
}

function inClaims(db: Reader, actorId: string): Found[] {
  const claims = listRecordsById(
    db,
    'claim',
    column<string>(db, claimsOfActorText, { id: actorId }),
  );
  const roles = new Map(
    claims.map(
      (claim) =>
        [
          claim.id,
          claim.claimant_id === actorId
            ? 'claimant'
            : claim.via.includes(actorId)
              ? 'via'
              : 'denies',
        ] as const,
    ),
  );
  return listTargeting(db, 'passage', 'claim', [...roles.keys()]).map((passage) => ({
    passage,
    role: roles.get(passage.target_id ?? '') ?? 'claimant',
  }));
}

function inLinks(db: Reader, actorId: string): Found[] {
  const links = linksOf(db, actorId);
  const claims = links.flatMap(({ claim_id }) => claim_id ?? []);
  return [
    ...listTargeting(
      db,
      'passage',
      'link',
      links.map(({ id }) => id),
    ),
    ...listTargeting(db, 'passage', 'claim', claims),
  ].map((passage) => ({ passage, role: 'link' as const }));
}

function head({ id, title, publisher, kind, published, language }: Source): Mention['source'] {
  return { id, title, publisher, kind, published, language };
}
