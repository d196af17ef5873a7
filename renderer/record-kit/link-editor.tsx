import type { ClaimView, LinkView } from '../../shared/contract/read-calls.ts';
import type { Op } from '../../shared/contract/record-calls.ts';
import { attributions } from '../../shared/domain/vocabulary.ts';
import { roleWords } from '../../shared/text/index.ts';
import { useLang, useText } from '../text/index.tsx';
import { Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { ConfidenceField } from './confidence-field.tsx';
import { DateField } from './date-field.tsx';
import { FormDialog } from './form-dialog.tsx';
import './link-editor.css';
import {
  isSymmetric,
  type LinkDraft,
  type LinkKind,
  linkDraft,
  linkIssues,
  linkOps,
  newLinkDraft,
  rolesOf,
} from './link-form.ts';
import { ActorPicker, IncidentPicker, SourcePicker } from './pickers.tsx';
import { useFormDraft } from './use-form-draft.ts';
import { useSave } from './use-save.ts';
import { useLabels } from './use-vocabulary.ts';

/** A new link that is suggested: its draft, and what is saved around it. */
export interface LinkGiven {
  readonly draft: Partial<LinkDraft>;
  readonly otherName: string | undefined;
  readonly linkId: string;
  readonly first: readonly Op[];
  readonly last: readonly Op[];
}

interface Props {
  readonly table: 'incident' | 'actor';
  readonly id: string;
  readonly name: string;
  readonly kind: LinkKind;
  /** The link to change; a new one without it. */
  readonly view?: LinkView | undefined;
  /** Claims of the incident, one of which may stand behind the link. */
  readonly claims: readonly ClaimView[];
  /** What a new link starts with. */
  readonly given?: LinkGiven | undefined;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function LinkEditor(props: Props) {
  const { table, id, name, kind, view, claims, given, onClose, onSaved } = props;
  const t = useText();
  const words = t.records.links;
  const labels = useLabels();
  const saving = useSave();
  const { draft, issues, isDirty, set, check } = useFormDraft(
    () =>
      view === undefined ? { ...newLinkDraft(kind, table), ...given?.draft } : linkDraft(view),
    linkIssues,
  );

  async function save() {
    if (!check()) return;
    const ops = linkOps(draft, id, view?.link, given?.linkId);
    if (ops === undefined) return;
    if (await saving.save([...(given?.first ?? []), ...ops, ...(given?.last ?? [])])) onSaved();
  }

  const picksActor = kind === 'actor-actor' || (kind === 'actor-incident' && table === 'incident');
  const Picker = picksActor ? ActorPicker : IncidentPicker;
  return (
    <FormDialog
      title={view === undefined ? titleOf(words, kind, picksActor) : words.edit}
      size="m"
      saving={saving}
      isDirty={isDirty}
      onSave={() => void save()}
      onClose={onClose}
      className="link-editor"
    >
      <div className="form-dialog-wide">
        <RoleField draft={draft} name={name} onChange={set} />
      </div>
      <Picker
        label={picksActor ? words.actor : words.incident}
        isRequired
        autoFocus={view === undefined}
        value={draft.otherId}
        name={otherName(draft.otherId, view, given)}
        exclude={[id]}
        errorMessage={issues?.other && words.targetNeeded}
        onChange={(otherId) => set({ otherId })}
        className="form-dialog-wide"
      />
      <SameAttack role={draft.role} />
      {kind !== 'incident-incident' && (
        <Select
          label={words.attribution}
          value={draft.attribution}
          options={attributions.map((value) => ({ value, label: labels.attributions[value] }))}
          onChange={(attribution) => set({ attribution })}
          emptyLabel={t.records.common.notStated}
          onClear={() => set({ attribution: undefined })}
        />
      )}
      <ConfidenceField
        label={words.confidence}
        value={draft.confidence}
        onChange={(confidence) => set({ confidence })}
      />
      {kind === 'actor-actor' && (
        <>
          <DateField
            label={words.from}
            value={draft.dateFrom}
            onChange={(dateFrom) => set({ dateFrom })}
            errorMessage={issues?.dateFrom && t.records.common.badDate}
          />
          <DateField
            label={words.to}
            value={draft.dateTo}
            onChange={(dateTo) => set({ dateTo })}
            errorMessage={
              issues?.dateTo &&
              (issues.dateTo === 'bad-date'
                ? t.records.common.badDate
                : t.records.common.endBeforeStart)
            }
          />
        </>
      )}
      {claims.length > 0 && (
        <Select
          label={words.claim}
          value={draft.claimId}
          options={claims.map(({ claim, grade }) => ({
            value: claim.id,
            label: claim.statement,
            description: grade,
          }))}
          onChange={(claimId) => set({ claimId })}
          emptyLabel={t.records.common.none}
          onClear={() => set({ claimId: undefined })}
        />
      )}
      <SourcePicker
        label={words.source}
        value={draft.sourceId}
        name={
          view?.link.source_id === draft.sourceId ? (view?.sourceTitle ?? undefined) : undefined
        }
        onChange={(sourceId) => set({ sourceId })}
      />
      <TextArea
        label={words.note}
        value={draft.note}
        onChange={(note) => set({ note })}
        rows={2}
        dir="auto"
        className="form-dialog-wide"
      />
    </FormDialog>
  );
}

/** The name of the other end where it is known without asking. */
function otherName(
  id: string | undefined,
  view: LinkView | undefined,
  given: LinkGiven | undefined,
): string | undefined {
  if (id === view?.other.id) return view?.other.name;
  return id === given?.draft.otherId ? given?.otherName : undefined;
}

interface RoleFieldProps {
  readonly draft: LinkDraft;
  readonly name: string;
  readonly onChange: (patch: Partial<LinkDraft>) => void;
}

/** Role with its direction, each choice worded as it reads: "Ousmane Dicko: leader of …". */
function RoleField({ draft, name, onChange }: RoleFieldProps) {
  const words = useText().records.links;
  const lang = useLang();
  const { kind } = draft;
  if (kind === 'actor-incident') {
    return (
      <Select
        label={words.role}
        value={draft.role}
        options={rolesOf(kind).map((role) => ({
          value: role,
          label: roleWords(kind, role, true, lang),
        }))}
        onChange={(role) => onChange({ role })}
      />
    );
  }
  const options = rolesOf(kind).flatMap((role) =>
    (isSymmetric(role) ? [true] : [true, false]).map((isFrom) => ({
      value: `${role} ${isFrom ? 'from' : 'to'}`,
      label: `${name}: ${roleWords(kind, role, isFrom, lang)} …`,
    })),
  );
  const isFrom = isSymmetric(draft.role) || draft.isFrom;
  return (
    <Select
      label={words.relation}
      value={`${draft.role} ${isFrom ? 'from' : 'to'}`}
      options={options}
      onChange={(value) => {
        const [role = 'related-to', end] = value.split(' ');
        onChange({ role, isFrom: end === 'from' });
      }}
    />
  );
}

/** Says what "possibly the same" and "duplicate" mean for figures. */
function SameAttack({ role }: { readonly role: string }) {
  const words = useText().records.links;
  if (role === 'possibly-same-as') {
    return (
      <Notice tone="info" title={words.possiblySameTitle}>
        {words.possiblySame}
      </Notice>
    );
  }
  if (role !== 'duplicate-of') return null;
  return (
    <Notice tone="info" title={words.duplicateTitle}>
      {words.duplicate}
    </Notice>
  );
}

function titleOf(
  words: ReturnType<typeof useText>['records']['links'],
  kind: LinkKind,
  picksActor: boolean,
): string {
  if (kind === 'actor-actor') return words.addRelation;
  return picksActor ? words.addActor : words.addIncident;
}
