/** What a relation of STIX says beside its ends, and relations between incidents. Pure. */
import { isValidEdtf } from '../../domain/edtf.ts';
import {
  attributions,
  type IncidentIncidentRelation,
  incidentIncidentRelations,
} from '../../domain/vocabulary.ts';
import type { ReadIncidentTie, ReadResult, TieFacts } from '../imported.ts';
import { type Loose, textOf } from './loose.ts';
import { cairnPart, labelsOf } from './stix-marks.ts';

/** The day of a stamp. */
export const dayOf = (value: unknown): string | null =>
  /^\d{4}-\d{2}-\d{2}/.exec(textOf(value))?.[0] ?? null;

function edtfOf(value: unknown): string | null {
  const text = textOf(value);
  return text !== '' && isValidEdtf(text) ? text : null;
}

/** `word`: of STIX, where ours says less; it stands before the note. */
export function tieFacts(relation: Loose, word: string): TieFacts {
  const own = cairnPart(relation);
  const words = [word, textOf(relation['description'], 9000)];
  return {
    note: words.filter((part) => part !== '').join(': '),
    attribution: attributions.find((each) => each === own['attribution']) ?? null,
    since: edtfOf(own['date_from']) ?? dayOf(relation['start_time']),
    until: edtfOf(own['date_to']) ?? dayOf(relation['stop_time']),
    ...labelsOf(relation),
  };
}

interface Role {
  readonly role: IncidentIncidentRelation;
  readonly word: string;
  readonly isTurned?: boolean;
}

/** Our words are types of STIX too; two of STIX have a looser word of ours, with theirs in the note. */
function roleOf(type: string): Role | undefined {
  const role = incidentIncidentRelations.find((each) => each === type);
  if (role !== undefined) return { role, word: '' };
  if (type === 'derived-from') return { role: 'related-to', word: type };
  // what another led to follows it
  return type === 'led-to' ? { role: 'follows', word: type, isTurned: true } : undefined;
}

/**
 * Relations between incidents that come in, whose rows are `rows` by id; marks in `used` the ids of those taken.
 */
export function incidentTiesOf(
  objects: readonly Loose[],
  rows: ReadonlyMap<string, ReadResult>,
  used: Set<string>,
): ReadIncidentTie[] {
  const keyAt = (ref: unknown): string | null => {
    const read = rows.get(textOf(ref));
    return read === undefined || 'failure' in read ? null : read.row.key;
  };
  return objects.flatMap((object): ReadIncidentTie[] => {
    const { id, type, relationship_type, source_ref, target_ref } = object;
    const [source, target] = [keyAt(source_ref), keyAt(target_ref)];
    const found = type === 'relationship' ? roleOf(textOf(relationship_type)) : undefined;
    if (found === undefined || source === null || target === null || source === target) return [];
    used.add(textOf(id));
    const [from, to] = found.isTurned === true ? [target, source] : [source, target];
    return [{ from, to, role: found.role, ...tieFacts(object, found.word) }];
  });
}
