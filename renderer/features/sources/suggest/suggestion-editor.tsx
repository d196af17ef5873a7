import type { Attribution, ClaimKind } from '../../../../shared/domain/vocabulary.ts';
import { newId } from '../../../../shared/lib/ids.ts';
import { ClaimEditor } from '../../../record-kit/claim-editor.tsx';
import { LinkEditor } from '../../../record-kit/link-editor.tsx';
import { newTollDraft, type TollDraft } from '../../../record-kit/toll-form.ts';
import { accept, decide } from './decide.ts';
import { closeEditor, editSaved } from './edit.ts';
import { SuggestedIncidentEditor } from './incident-editor.tsx';
import {
  getSuggest,
  type PartEditing,
  type StoredEditing,
  useSuggest,
  wordingOf,
} from './suggest-store.ts';
import type { SuggestionOf } from './suggestion.ts';
import { isToll, tollOf } from './toll-of.ts';
import { titleOf } from './word-suggestion.ts';

/** The editor of the suggestion that is being changed; saving it accepts the suggestion. */
export function SuggestionEditor() {
  const editing = useSuggest((state) => state.editing);
  if (editing === undefined) return null;
  if ('fields' in editing) {
    const { item, fields } = editing;
    return (
      <SuggestedIncidentEditor
        fields={fields}
        onClose={closeEditor}
        onAccept={(changed) => {
          closeEditor();
          return decide(() => accept([item], { fields: changed }));
        }}
      />
    );
  }
  if ('claim' in editing || 'link' in editing) return <StoredEditor editing={editing} />;
  const { item } = editing;
  return item.kind === 'role' ? (
    <SuggestedRole editing={editing} />
  ) : (
    <SuggestedClaim editing={editing} item={item} />
  );
}

/** What a suggestion became, changed afterwards. */
function StoredEditor({ editing }: { readonly editing: StoredEditing }) {
  const { item } = editing;
  if ('claim' in editing) {
    const { claim } = editing;
    return (
      <ClaimEditor
        view={claim}
        tlp={claim.claim.tlp}
        choosesIncident
        onClose={closeEditor}
        onSaved={() => editSaved(item)}
      />
    );
  }
  const { link, incident } = editing;
  return (
    <LinkEditor
      table="incident"
      id={incident.incident.id}
      name={incident.incident.title}
      kind="actor-incident"
      view={link}
      claims={incident.claims}
      onClose={closeEditor}
      onSaved={() => editSaved(item)}
    />
  );
}

function SuggestedRole({ editing }: { readonly editing: PartEditing }) {
  const { values, names, item } = editing;
  const sourceId = useSuggest((state) => state.source?.id);
  const incident = useSuggest(({ groups }) => groups.find(({ id }) => id === item.group)?.incident);
  const otherId = textOf(values['from_id']);
  return (
    <LinkEditor
      table="incident"
      id={editing.incidentId}
      name={incident === undefined ? '' : titleOf(incident.incident, wordingOf(getSuggest()))}
      kind="actor-incident"
      claims={[]}
      given={{
        draft: {
          role: textOf(values['role']) ?? 'involved',
          otherId,
          attribution: textOf(values['attribution']) as Attribution | undefined,
          claimId: textOf(values['claim_id']),
          sourceId,
        },
        otherName: names[otherId ?? ''],
        linkId: editing.recordId,
        first: editing.before,
        last: editing.after,
      }}
      onClose={closeEditor}
      onSaved={() => editSaved(item)}
    />
  );
}

interface SuggestedClaimProps {
  readonly editing: PartEditing;
  readonly item: ClaimItem;
}
type ClaimItem = SuggestionOf<'claim' | 'date' | 'place'>;

function SuggestedClaim({ editing, item }: SuggestedClaimProps) {
  const source = useSuggest((state) => state.source);
  const { values, recordId } = editing;
  const [selectors] = item.passages;
  if (source === undefined || selectors === undefined) return null;
  const via = Array.isArray(values['via']) ? values['via'].map(String) : [];
  return (
    <ClaimEditor
      given={{
        id: recordId,
        incidentId: editing.incidentId,
        sourceId: source.id,
        kind: values['kind'] as ClaimKind,
        statement: textOf(values['statement']) ?? '',
        value: textOf(values['value']) ?? '',
        claimantId: textOf(values['claimant_id']),
        via,
        tolls: tollsOf(item),
      }}
      quote={{ sourceId: source.id, selectors, textSha256: source.text_sha256 ?? '' }}
      first={editing.before}
      names={editing.names}
      tlp={source.tlp}
      onClose={closeEditor}
      onSaved={() => editSaved(item)}
    />
  );
}

function tollsOf(item: ClaimItem): readonly TollDraft[] {
  if (item.kind !== 'claim' || !isToll(item.claim)) return [];
  const { low, high, ...toll } = tollOf(item.claim);
  return [{ ...newTollDraft(newId()), ...toll, low: low ?? undefined, high: high ?? undefined }];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
