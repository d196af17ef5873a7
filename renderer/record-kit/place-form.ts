// A place of the case as its form holds it, what is wrong with it, and its save. Pure.
import type { PlaceDossier } from '../../shared/contract/place-calls.ts';
import type { Op } from '../../shared/contract/record-calls.ts';
import { edtfBounds, isValidEdtf } from '../../shared/domain/edtf.ts';
import type { GeoLevel } from '../../shared/domain/vocabulary.ts';

export interface PlaceNameDraft {
  readonly id: string;
  readonly name: string;
  readonly lang: string | null;
  /** EDTF */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface PlaceDraft {
  readonly name: string;
  readonly level: GeoLevel;
  readonly radiusM: number | null;
  readonly description: string;
  readonly names: readonly PlaceNameDraft[];
}

export interface PlaceIssues {
  readonly name?: 'needed';
  /** By the id of the name. */
  readonly names: Readonly<Record<string, 'needed' | 'bad-date' | 'before-start'>>;
}

export function placeDraft({ place, names }: PlaceDossier): PlaceDraft {
  return {
    name: place.name,
    level: place.geo_level,
    radiusM: place.radius_m,
    description: place.description,
    names: names.map(({ id, name, lang, valid_from: validFrom, valid_to: validTo }) => ({
      id,
      name,
      lang,
      validFrom,
      validTo,
    })),
  };
}

/** Undefined when the place can be saved. */
export function placeIssues(draft: PlaceDraft): PlaceIssues | undefined {
  const names = Object.fromEntries(
    draft.names.flatMap((row) => {
      const issue = nameIssue(row);
      return issue === undefined ? [] : [[row.id, issue] as const];
    }),
  );
  const isNamed = draft.name.trim() !== '';
  if (isNamed && Object.keys(names).length === 0) return undefined;
  return { ...(isNamed ? {} : { name: 'needed' as const }), names };
}

function nameIssue({ name, validFrom, validTo }: PlaceNameDraft) {
  if (name.trim() === '') return 'needed' as const;
  const given = [validFrom, validTo].filter((date) => date !== null);
  if (!given.every(isValidEdtf)) return 'bad-date' as const;
  const start = edtfBounds(validFrom).earliest;
  const end = edtfBounds(validTo).latest;
  return start !== null && end !== null && end < start ? ('before-start' as const) : undefined;
}

/** One save: the place, its names made, changed and taken away. Empty when nothing changed. */
export function placeOps(draft: PlaceDraft, { place, names }: PlaceDossier): readonly Op[] {
  const ops: Op[] = [];
  const patch = changed(place, {
    name: draft.name.trim(),
    geo_level: draft.level,
    radius_m: draft.radiusM,
    description: draft.description.trim(),
  });
  if (patch !== undefined)
    ops.push({ do: 'update', table: 'place', id: place.id, patch, rev: place.rev });
  const kept = new Set(draft.names.map(({ id }) => id));
  for (const { id } of names) {
    if (!kept.has(id)) ops.push({ do: 'delete', table: 'place_name', id });
  }
  for (const row of draft.names) {
    const values = {
      name: row.name.trim(),
      lang: row.lang,
      valid_from: row.validFrom,
      valid_to: row.validTo,
    };
    const before = names.find(({ id }) => id === row.id);
    if (before === undefined) {
      const whole = { ...values, place_id: place.id };
      ops.push({ do: 'create', table: 'place_name', id: row.id, values: whole });
      continue;
    }
    const namePatch = changed(before, values);
    if (namePatch !== undefined) {
      ops.push({
        do: 'update',
        table: 'place_name',
        id: row.id,
        patch: namePatch,
        rev: before.rev,
      });
    }
  }
  return ops;
}

function changed<T extends object>(
  before: T,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined {
  const entries = Object.entries(values).filter(
    ([field, value]) => before[field as keyof T] !== value,
  );
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
