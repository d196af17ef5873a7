// An actor with its other names as the form holds them, what is wrong with them, and the save. Pure.
import type { Op } from '../../../shared/contract/record-calls.ts';
import { edtfBounds, isValidEdtf } from '../../../shared/domain/edtf.ts';
import type { Actor, ActorName } from '../../../shared/domain/records.ts';
import type { ActorKind, NameKind, TlpLabel } from '../../../shared/domain/vocabulary.ts';

export interface NameDraft {
  readonly id: string;
  readonly name: string;
  readonly lang: string | null;
  readonly script: string | null;
  readonly kind: NameKind;
}

export interface ActorDraft {
  readonly id: string;
  readonly name: string;
  readonly nameLang: string | null;
  readonly kind: ActorKind;
  readonly country: string | null;
  readonly activeFrom: string | null;
  readonly activeTo: string | null;
  readonly interCode: number | null;
  readonly description: string;
  readonly tlp: TlpLabel;
  readonly names: readonly NameDraft[];
}

export interface ActorIssues {
  readonly name?: 'needed';
  readonly activeFrom?: 'bad-date';
  readonly activeTo?: 'bad-date' | 'before-start';
  /** Ids of name rows without a name. */
  readonly emptyNames: readonly string[];
}

export function newActorDraft(id: string, tlp: TlpLabel): ActorDraft {
  return {
    id,
    name: '',
    nameLang: null,
    kind: 'other',
    country: null,
    activeFrom: null,
    activeTo: null,
    interCode: null,
    description: '',
    tlp,
    names: [],
  };
}

export function actorDraft(actor: Actor, names: readonly ActorName[]): ActorDraft {
  return {
    id: actor.id,
    name: actor.name,
    nameLang: actor.name_lang,
    kind: actor.kind,
    country: actor.country,
    activeFrom: actor.active_from,
    activeTo: actor.active_to,
    interCode: actor.inter_code,
    description: actor.description,
    tlp: actor.tlp,
    names: names.map(({ id, name, lang, script, kind }) => ({ id, name, lang, script, kind })),
  };
}

/** Undefined when the actor can be saved. */
export function actorIssues(draft: ActorDraft): ActorIssues | undefined {
  const isFromBad = draft.activeFrom !== null && !isValidEdtf(draft.activeFrom);
  const isToBad = draft.activeTo !== null && !isValidEdtf(draft.activeTo);
  const emptyNames = draft.names.filter(({ name }) => name.trim() === '').map(({ id }) => id);
  const issues: ActorIssues = {
    ...(draft.name.trim() === '' ? { name: 'needed' as const } : {}),
    ...(isFromBad ? { activeFrom: 'bad-date' as const } : {}),
    ...(isToBad
      ? { activeTo: 'bad-date' as const }
      : !isFromBad && endsBeforeStart(draft)
        ? { activeTo: 'before-start' as const }
        : {}),
    emptyNames,
  };
  return Object.keys(issues).length === 1 && emptyNames.length === 0 ? undefined : issues;
}

function endsBeforeStart({ activeFrom, activeTo }: ActorDraft): boolean {
  if (activeFrom === null || activeTo === null) return false;
  const start = edtfBounds(activeFrom).earliest;
  const end = edtfBounds(activeTo).latest;
  return start !== null && end !== null && end < start;
}

/** One save: the actor, its names made, changed and taken away. Empty when nothing changed. */
export function actorOps(
  draft: ActorDraft,
  stored: { readonly actor: Actor; readonly names: readonly ActorName[] } | undefined,
): readonly Op[] {
  const values = {
    name: draft.name.trim(),
    name_lang: draft.nameLang,
    kind: draft.kind,
    country: draft.country,
    active_from: draft.activeFrom,
    active_to: draft.activeTo,
    inter_code: draft.interCode,
    description: draft.description.trim(),
    tlp: draft.tlp,
  };
  const kept = new Set(draft.names.map(({ id }) => id));
  const ops: Op[] = [];
  if (stored === undefined) {
    ops.push({ do: 'create', table: 'actor', id: draft.id, values });
  } else {
    const patch = changed(stored.actor, values);
    if (patch !== undefined) {
      ops.push({ do: 'update', table: 'actor', id: draft.id, patch, rev: stored.actor.rev });
    }
  }
  for (const { id } of stored?.names ?? []) {
    if (!kept.has(id)) ops.push({ do: 'delete', table: 'actor_name', id });
  }
  for (const row of draft.names) {
    const nameValues = {
      name: row.name.trim(),
      lang: row.lang,
      script: row.script,
      kind: row.kind,
    };
    const before = stored?.names.find(({ id }) => id === row.id);
    if (before === undefined) {
      const create = { ...nameValues, actor_id: draft.id };
      ops.push({ do: 'create', table: 'actor_name', id: row.id, values: create });
      continue;
    }
    const patch = changed(before, nameValues);
    if (patch !== undefined) {
      ops.push({ do: 'update', table: 'actor_name', id: row.id, patch, rev: before.rev });
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
