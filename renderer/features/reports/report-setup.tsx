import type { TlpLabel } from '../../../shared/domain/vocabulary.ts';
import { filterWords } from '../../../shared/text/filter-words.ts';
import { IncidentPicker } from '../../record-kit/pickers.tsx';
import { TlpField } from '../../record-kit/tlp-field.tsx';
import { useCase } from '../../state/case-store.ts';
import { useIncidents } from '../../state/incidents-store.ts';
import { useLang, useText } from '../../text/index.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { NotesChoice } from './notes-choice.tsx';
import type { ReportForm } from './report-form.ts';

interface ReportSetupProps {
  readonly form: ReportForm;
  readonly onChange: (patch: Partial<ReportForm>) => void;
  /** Label that the report has as it stands. */
  readonly tlp: TlpLabel | undefined;
}

/** What is printed, of what, in which language and under which label. */
export function ReportSetup({ form, onChange, tlp }: ReportSetupProps) {
  const t = useText().reports;
  return (
    <div className="reports-setup">
      <Segmented
        label={t.kind}
        value={form.kind}
        options={[
          { value: 'brief', label: t.kinds.brief },
          { value: 'list', label: t.kinds.list },
        ]}
        onChange={(kind) => onChange({ kind, tlp: undefined })}
      />
      {form.kind === 'brief' ? (
        <IncidentPicker
          label={t.incident}
          description={t.incidentHelp}
          value={form.incidentId}
          onChange={(incidentId) => onChange({ incidentId, noteIds: undefined, tlp: undefined })}
        />
      ) : (
        <ListFields form={form} onChange={onChange} />
      )}
      <Segmented
        label={t.language}
        value={form.lang}
        options={[
          { value: 'en', label: t.languages.en },
          { value: 'fr', label: t.languages.fr },
        ]}
        onChange={(lang) => onChange({ lang })}
      />
      <TlpField
        value={form.tlp ?? tlp ?? 'AMBER'}
        description={t.tlpHelp}
        onChange={(label) => onChange({ tlp: label })}
      />
      <Switch isSelected={form.withMap} onChange={(withMap) => onChange({ withMap })}>
        {t.withMap}
      </Switch>
      {form.kind === 'brief' && form.incidentId !== undefined ? (
        <NotesChoice
          incidentId={form.incidentId}
          noteIds={form.noteIds}
          onChange={(noteIds) => onChange({ noteIds })}
        />
      ) : null}
    </div>
  );
}

function ListFields({ form, onChange }: Pick<ReportSetupProps, 'form' | 'onChange'>) {
  const t = useText().reports;
  const lang = useLang();
  const filter = useIncidents((state) => state.filter);
  const total = useIncidents((state) => state.total);
  const selected = useIncidents((state) => state.selectedIds.size);
  const all = useCase((state) => state.caseState?.counts.incidents ?? 0);
  const title = useCase((state) => state.caseState?.title ?? '');
  const says = {
    filter: t.scopeFilter(filterWords(filter, lang), total),
    selected: t.scopeSelected(selected),
    case: t.scopeCase(all),
  }[form.scope];
  return (
    <>
      <Segmented
        label={t.scope}
        description={says}
        value={form.scope}
        options={[
          { value: 'filter', label: t.scopes.filter },
          { value: 'selected', label: t.scopes.selected },
          { value: 'case', label: t.scopes.case },
        ]}
        onChange={(scope) => onChange({ scope, tlp: undefined })}
      />
      <TextField
        label={t.listTitle}
        value={form.title}
        placeholder={title}
        maxLength={300}
        dir="auto"
        onChange={(value) => onChange({ title: value })}
      />
    </>
  );
}
