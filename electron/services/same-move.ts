/** Moves everything that hangs on one incident to another, folding what would stand there twice. */
import type { Link, RecordOf } from '../../shared/domain/records.ts';
import { compareTlp } from '../../shared/domain/tlp.ts';
import { inPairOrder } from '../db/queries/incident-pairs.ts';
import { listRecordsBy } from '../db/queries/records.ts';
import { moveTargeting } from './move-targeting.ts';
import type { GivenValues, Tx } from './transaction.ts';

/** Relations that read the same from both ends. */
const bothWays: ReadonlySet<string> = new Set([
  'possibly-same-as',
  'duplicate-of',
  'same-campaign',
  'related-to',
]);

/** Claims, links, passages, notes, attachments, tags and comparisons of `from`; live ones only. `left` stay there. */
export function moveHanging(
  tx: Tx,
  from: string,
  to: string,
  left: ReadonlySet<string> = new Set(),
): void {
  for (const { id } of listRecordsBy(tx.db, 'claim', 'incident_id', [from])) {
    if (!left.has(id)) tx.update('claim', id, { incident_id: to });
  }
  for (const link of linksAt(tx, from)) if (!left.has(link.id)) moveLink(tx, link, from, to);
  moveTargeting(tx, ['incident', from], ['incident', to]);
  movePairs(tx, from, to);
}

function linksAt(tx: Tx, id: string): Link[] {
  const links = (['from_id', 'to_id'] as const).flatMap((end) =>
    listRecordsBy(tx.db, 'link', end, [id]),
  );
  return [...new Map(links.map((link) => [link.id, link])).values()];
}

/** What two links say of the same ends and role: `undefined` when they are about other things. */
function keyOf({ kind, role, from_id, to_id }: Link): string {
  const ends = bothWays.has(role) ? [from_id, to_id].sort() : [from_id, to_id];
  return [kind, role, ...ends].join(' ');
}

function moveLink(tx: Tx, link: Link, from: string, to: string): void {
  const moved: Link = {
    ...link,
    from_id: link.from_id === from ? to : link.from_id,
    to_id: link.to_id === from ? to : link.to_id,
  };
  if (moved.from_id === moved.to_id) {
    // it joined the two that are now one; what was noted on it is about the one
    moveTargeting(tx, ['link', link.id], ['incident', to]);
    tx.remove('link', link.id);
    return;
  }
  const twin = linksAt(tx, to).find(
    (each) => each.id !== link.id && keyOf(each) === keyOf(moved) && joinedLink(each, link),
  );
  const joined = twin && joinedLink(twin, link);
  if (!twin || !joined) {
    tx.update('link', link.id, { from_id: moved.from_id, to_id: moved.to_id });
    return;
  }
  tx.update('link', twin.id, joined);
  moveTargeting(tx, ['link', link.id], ['link', twin.id]);
  tx.remove('link', link.id);
}

const toldFields = [
  'attribution',
  'confidence',
  'date_from',
  'date_to',
  'claim_id',
  'source_id',
] as const;

/** One link that says all that both say; undefined when they contradict each other. */
function joinedLink(kept: Link, other: Link): GivenValues<'link'> | undefined {
  const patch: Record<string, unknown> = {};
  for (const field of toldFields) {
    if (kept[field] !== null && other[field] !== null && kept[field] !== other[field]) return;
    patch[field] = kept[field] ?? other[field];
  }
  const notes = [kept.note.trim(), other.note.trim()].filter((note) => note !== '');
  patch['note'] = [...new Set(notes)].join('\n\n');
  patch['tlp'] = compareTlp(kept.tlp, other.tlp) >= 0 ? kept.tlp : other.tlp;
  return patch as GivenValues<'link'>;
}

/** What was decided about the one holds for the other, now that they are one. */
function movePairs(tx: Tx, from: string, to: string): void {
  const isMerged = tx.get('incident', from)?.deleted_at !== null;
  for (const pair of pairsAt(tx, from)) {
    // that it was merged is what leads on from it
    if (isMerged && pair.verdict === 'same' && pair.kept_id !== from) continue;
    const third = pair.a_id === from ? pair.b_id : pair.a_id;
    const isThere = pairsAt(tx, to).some(
      ({ a_id, b_id, verdict }) => (a_id === third || b_id === third) && verdict === pair.verdict,
    );
    if (third === to || isThere || pair.kept_id === third) {
      tx.remove('incident_pair', pair.id);
      continue;
    }
    const [a_id, b_id] = inPairOrder(third, to);
    const kept_id = pair.kept_id === from ? to : pair.kept_id;
    tx.update('incident_pair', pair.id, { a_id, b_id, kept_id });
  }
}

function pairsAt(tx: Tx, id: string): RecordOf<'incident_pair'>[] {
  return (['a_id', 'b_id'] as const).flatMap((end) =>
    listRecordsBy(tx.db, 'incident_pair', end, [id]),
  );
}
