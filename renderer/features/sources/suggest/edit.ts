// "Accept as changed": what an editor starts with, and what is saved together with it.
import type { Op } from '../../../../shared/contract/record-calls.ts';
import { getApp, open } from '../../../state/app-store.ts';
import { getCase } from '../../../state/case-store.ts';
import { placeValueOf } from './case-facts.ts';
import { questionsFor } from './cast-book.ts';
import { accept, decide, stepsFor, suggestedFields } from './decide.ts';
import { refresh } from './read-source.ts';
import type { CaseFacts } from './standing.ts';
import {
  answersFor,
  getSuggest,
  lookOn,
  type PartEditing,
  setSuggest,
  takeFocus,
  wordingOf,
} from './suggest-store.ts';
import type { Suggestion } from './suggestion.ts';
import { titleOf } from './word-suggestion.ts';

/** Whether a suggestion has fields to change before it is accepted. */
export function canEdit({ kind }: Suggestion): boolean {
  return kind !== 'locality' && kind !== 'same';
}

/** Opens the editor of a suggestion that is open; a mention is asked about instead. */
export async function edit(item: Suggestion): Promise<void> {
  const { standings, source, facts, found, groups } = getSuggest();
  if (source === undefined || facts === undefined || found === undefined) return;
  if (!canEdit(item) || getCase().caseState?.isReadOnly !== false) return;
  const standing = standings.get(item.id);
  if (standing?.state === 'accepted') {
    await editStored(item, standing.recordId, facts);
    return;
  }
  const answers = answersFor(source.id);
  const cast = { actors: facts.actors, members: found.cast, answers };
  const [question] = questionsFor([item], groups, cast);
  if (question !== undefined) {
    setSuggest({ asking: { question, goOn: () => edit(item) } });
    return;
  }
  switch (item.kind) {
    case 'incident': {
      const { place } = item.incident;
      const value = place === null ? null : await placeValueOf(place, getApp().lang);
      const title = titleOf(item.incident, wordingOf(getSuggest()));
      setSuggest({ editing: { item, fields: suggestedFields(item, title, value) } });
      return;
    }
    case 'claim':
    case 'date':
    case 'place':
    case 'role':
      setSuggest({ editing: await partEditing(item) });
      return;
    default:
      // a mention has nothing to change but who it is, which was asked or is known
      await accept([item]);
  }
}

/** The record itself in its editor; an incident has its own screen. */
async function editStored(item: Suggestion, id: string, facts: CaseFacts): Promise<void> {
  const claim = facts.dossier.claims.find(({ view }) => view.claim.id === id)?.view;
  if (claim !== undefined) {
    setSuggest({ editing: { item, claim } });
    return;
  }
  for (const incident of facts.incidents) {
    const link = incident.links.find((one) => one.link.id === id);
    if (link !== undefined) {
      setSuggest({ editing: { item, link, incident } });
      return;
    }
  }
  if (item.kind === 'incident') await open('incident', id);
}

async function partEditing(item: PartEditing['item']): Promise<PartEditing> {
  const { ops, records } = await stepsFor([item]);
  const { groups } = getSuggest();
  const recordId = records.get(item.id) ?? '';
  const incident = groups.find(({ id }) => id === item.group)?.incident;
  const isOwn = (op: Op) =>
    op.do === 'create' &&
    (op.id === recordId ||
      op.values['claim_id'] === recordId ||
      op.values['target_id'] === recordId);
  const main = ops.find((op) => op.do === 'create' && op.id === recordId);
  return {
    item,
    recordId,
    before: ops.filter((op) => !isOwn(op)),
    after: ops.filter((op) => op.table === 'passage' && isOwn(op)),
    incidentId: records.get(incident?.id ?? '') ?? '',
    values: main?.do === 'create' ? main.values : {},
    names: namesIn(ops),
  };
}

export function closeEditor(): void {
  setSuggest({ editing: undefined });
  takeFocus();
}

/** The editor saved: the case answers for the suggestion from now on, and the next one is looked at. */
export function editSaved(item: Suggestion): void {
  closeEditor();
  void decide(async () => {
    await refresh();
    lookOn([item.id]);
  });
}

function namesIn(ops: readonly Op[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ops.flatMap((op) =>
      op.do === 'create' && op.table === 'actor' && op.id !== undefined
        ? [[op.id, String(op.values['name'])]]
        : [],
    ),
  );
}
