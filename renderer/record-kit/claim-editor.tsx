// One claim in a dialog: what is said, who says it through whom, in which source, figures, grade.
import type { ClaimView } from '../../shared/contract/read-calls.ts';
import type { Op } from '../../shared/contract/record-calls.ts';
import { claimKinds, type TlpLabel } from '../../shared/domain/vocabulary.ts';
import { newId } from '../../shared/lib/ids.ts';
import { call } from '../api/client.ts';
import { useRead } from '../state/use-changes.ts';
import { useText } from '../text/index.tsx';
import { Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import './claim-editor.css';
import { ClaimExtras } from './claim-extras.tsx';
import {
  type ClaimDraft,
  claimDraft,
  claimIssues,
  claimOps,
  newClaimDraft,
  type Quote,
} from './claim-form.ts';
import { ClaimGrade } from './claim-grade.tsx';
import { ClaimedValue } from './claimed-value.tsx';
import { DateField } from './date-field.tsx';
import { FormDialog } from './form-dialog.tsx';
import { ActorPicker, ActorsPicker, IncidentPicker, SourcePicker } from './pickers.tsx';
import { TollRows } from './toll-rows.tsx';
import { useClaimSource } from './use-claim-source.ts';
import { useFormDraft } from './use-form-draft.ts';
import { useSave } from './use-save.ts';
import { useLabels } from './use-vocabulary.ts';

interface Props {
  /** The claim to change; a new one without it. */
  readonly view?: ClaimView | undefined;
  /** What a new claim starts with. */
  readonly given?: Partial<ClaimDraft> | undefined;
  readonly quote?: Quote | undefined;
  /** Steps saved together with it and before it, as the incident and the actors it needs. */
  readonly first?: readonly Op[] | undefined;
  /** Names of records that these steps make, by id. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** How what a new claim starts with was read from the words. */
  readonly hint?: string | undefined;
  readonly tlp: TlpLabel;
  /** Lets the incident be chosen, where the editor is opened from a source. */
  readonly choosesIncident?: boolean | undefined;
  readonly onClose: () => void;
  readonly onSaved: (claimId: string) => void;
}

export function ClaimEditor(props: Props) {
  const { view, quote, onClose, onSaved } = props;
  const t = useText();
  const words = t.records.claims;
  const labels = useLabels();
  const saving = useSave();
  const { draft, issues, isDirty, set, check } = useFormDraft(() => firstDraft(props), claimIssues);
  const siblings = useSiblings(draft.incidentId);
  const source = useClaimSource(draft.sourceId);
  const names = { ...knownNames(view), ...props.names };

  async function save() {
    if (!check()) return;
    const ops = claimOps(draft, view, siblings ?? []);
    if (await saving.save([...(props.first ?? []), ...ops])) onSaved(draft.id);
  }

  return (
    <FormDialog
      title={view === undefined ? words.newTitle : words.editTitle}
      size="l"
      saving={saving}
      saveLabel={words.saveClaim}
      isDirty={isDirty}
      onSave={() => void save()}
      onClose={onClose}
    >
      {quote !== undefined && (
        <blockquote className="claim-editor-quote">
          <span className="u-visually-hidden">{words.quote}: </span>
          <p dir="auto">{quote.selectors.exact}</p>
        </blockquote>
      )}
      {props.hint !== undefined && (
        <div className="form-dialog-wide">
          <Notice tone="info">{props.hint}</Notice>
        </div>
      )}
      {props.choosesIncident === true && (
        <IncidentPicker
          label={words.incident}
          isRequired
          autoFocus
          value={draft.incidentId}
          onChange={(incidentId) => set({ incidentId, ties: [] })}
          errorMessage={issues?.incident && words.incidentNeeded}
          className="form-dialog-wide"
        />
      )}
      <TextArea
        label={words.statement}
        value={draft.statement}
        onChange={(statement) => set({ statement })}
        rows={2}
        dir="auto"
        isRequired
        autoFocus={props.choosesIncident !== true}
        description={words.statementHint}
        errorMessage={issues?.statement && words.statementNeeded}
        className="form-dialog-wide"
      />
      <Select
        label={words.kind}
        value={draft.kind}
        options={claimKinds.map((value) => ({ value, label: labels.claimKinds[value] }))}
        onChange={(kind) => set({ kind })}
      />
      <DateField
        label={words.madeOnField}
        value={draft.madeOn}
        onChange={(madeOn) => set({ madeOn })}
        errorMessage={issues?.madeOn && t.records.common.badDate}
      />
      <SourcePicker
        label={words.source}
        value={draft.sourceId}
        name={names[draft.sourceId ?? '']}
        onChange={(sourceId) => set({ sourceId })}
      />
      <ActorPicker
        label={words.claimant}
        value={draft.claimantId}
        name={names[draft.claimantId ?? '']}
        onChange={(claimantId) => set({ claimantId })}
        description={words.claimantHint}
      />
      <ActorsPicker
        label={words.viaField}
        values={draft.via}
        names={names}
        onChange={(via) => set({ via })}
        description={words.viaHint}
      />
      <ClaimedValue
        draft={draft}
        source={source}
        quote={quote?.selectors.exact ?? view?.passages[0]?.exact}
        onChange={(value) => set({ value })}
        errorMessage={issues?.value && t.records.common.badDate}
      />
      {draft.kind === 'toll' && (
        <div className="form-dialog-wide">
          <TollRows
            tolls={draft.tolls}
            onChange={(tolls) => set({ tolls })}
            issues={issues?.tolls ?? {}}
            isMissing={issues?.tollsMissing ?? false}
          />
        </div>
      )}
      <ClaimGrade draft={draft} siblings={siblings ?? []} chain={source?.chain} onChange={set} />
      <ClaimExtras draft={draft} siblings={siblings ?? []} names={names} onChange={set} />
    </FormDialog>
  );
}

function firstDraft({ view, given, quote, tlp }: Props): ClaimDraft {
  if (view !== undefined) return { ...claimDraft(view), quote };
  const draft = newClaimDraft(newId(), { tlp, ...given, quote });
  return draft;
}

/** Claims of the incident, for relations and independence; undefined until they are read. */
function useSiblings(incidentId: string | undefined): readonly ClaimView[] | undefined {
  const read = useRead(
    async () =>
      incidentId === undefined ? [] : (await call('incident/get', { id: incidentId })).claims,
    [incidentId],
    ['claims'],
  );
  return read.value;
}

function knownNames(view: ClaimView | undefined): Readonly<Record<string, string>> {
  if (view === undefined) return {};
  const actors = [view.claimant, view.deniedBy, ...view.via].filter((actor) => actor !== null);
  return {
    ...Object.fromEntries(actors.map(({ id, name }) => [id, name])),
    ...(view.source === null ? {} : { [view.source.id]: view.source.title }),
  };
}
