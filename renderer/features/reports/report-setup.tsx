import type { ReportRequest } from '../../../shared/contract/exchange-calls.ts';
import { reportKinds, type TlpLabel } from '../../../shared/domain/vocabulary.ts';
import { filterWords } from '../../../shared/text/filter-words.ts';
import { ActorPicker, IncidentPicker } from '../../record-kit/pickers.tsx';
import { TlpField } from '../../record-kit/tlp-field.tsx';
import { useCase } from '../../state/case-store.ts';
import { useIncidents } from '../../state/incidents-store.ts';
import { useLang, useText } from '../../text/index.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { NotesChoice } from './notes-choice.tsx';
import { PeriodFields, WeekField } from './period-fields.tsx';
import { QuotesChoice } from './quotes-choice.tsx';
import type { ReportForm } from './report-form.ts';

interface ReportSetupProps {
  readonly form: ReportForm;
  /** What is asked for as it stands; undefined while something is missing. */
  readonly request: ReportRequest | undefined;
  readonly onChange: (patch: Partial<ReportForm>) => void;
  /** Label that the report has as it stands. */
  readonly tlp: TlpLabel | undefined;
  /** Last day that an incident of the filter can have. */
  readonly latestDay: string | undefined;
}

/** What is printed, of what, in which language and under which label. */
export function ReportSetup({ form, request, onChange, tlp, latestDay }: ReportSetupProps) {
  const t = useText().reports;
  return (
    <div className="reports-setup">
      <Select
        label={t.kind}
        description={t.kindHelp[form.kind]}
        value={form.kind}
        options={reportKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        onChange={(kind) => onChange({ kind, noteIds: undefined, quoteIds: [], tlp: undefined })}
      />
      <Subject form={form} onChange={onChange} latestDay={latestDay} />
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
      <Switch
        isSelected={form.withAddresses}
        onChange={(withAddresses) => onChange({ withAddresses })}
      >
        {t.withAddresses}
      </Switch>
      <NotesOf form={form} onChange={onChange} />
      <QuotesChoice form={form} request={request} onChange={onChange} />
    </div>
  );
}

type PartProps = Pick<ReportSetupProps, 'form' | 'onChange'>;

/** What the report is about: an incident, an actor, a period, or a list. */
function Subject({ form, onChange, latestDay }: PartProps & Pick<ReportSetupProps, 'latestDay'>) {
  const t = useText().reports;
  switch (form.kind) {
    case 'brief':
      return (
        <IncidentPicker
          label={t.incident}
          description={t.incidentHelp}
          value={form.incidentId}
          onChange={(incidentId) =>
            onChange({ incidentId, noteIds: undefined, quoteIds: [], tlp: undefined })
          }
        />
      );
    case 'profile':
      return (
        <ActorPicker
          label={t.actor}
          description={t.actorHelp}
          value={form.actorId}
          onChange={(actorId) =>
            onChange({ actorId, noteIds: undefined, quoteIds: [], tlp: undefined })
          }
        />
      );
    case 'sitrep':
      return (
        <>
          <PeriodFields form={form} latestDay={latestDay} onChange={onChange} />
          <FilterNote />
          <TitleField form={form} onChange={onChange} />
        </>
      );
    case 'trend':
      return (
        <>
          <WeekField form={form} latestDay={latestDay} onChange={onChange} />
          <FilterNote />
          <TitleField form={form} onChange={onChange} />
        </>
      );
    case 'list':
    case 'chronology':
      return <ListFields form={form} onChange={onChange} />;
  }
}

/** Situation report and trend note follow the filter without its period. */
function FilterNote() {
  const t = useText().reports;
  const lang = useLang();
  const { after: _after, before: _before, ...filter } = useIncidents((state) => state.filter);
  return <p className="reports-filter">{t.ofFilter(filterWords(filter, lang))}</p>;
}

function NotesOf({ form, onChange }: PartProps) {
  const subject =
    form.kind === 'brief'
      ? { table: 'incident' as const, id: form.incidentId }
      : form.kind === 'profile'
        ? { table: 'actor' as const, id: form.actorId }
        : undefined;
  if (subject?.id === undefined) return null;
  return (
    <NotesChoice
      table={subject.table}
      id={subject.id}
      noteIds={form.noteIds}
      onChange={(noteIds) => onChange({ noteIds })}
    />
  );
}

function TitleField({ form, onChange }: PartProps) {
  const t = useText().reports;
  const title = useCase((state) => state.caseState?.title ?? '');
  return (
    <TextField
      label={t.listTitle}
      value={form.title}
      placeholder={
        form.kind === 'sitrep' ? t.sitrepTitle : form.kind === 'trend' ? t.trendTitle : title
      }
      maxLength={300}
      dir="auto"
      onChange={(value) => onChange({ title: value })}
    />
  );
}

function ListFields({ form, onChange }: PartProps) {
  const t = useText().reports;
  const lang = useLang();
  const filter = useIncidents((state) => state.filter);
  const total = useIncidents((state) => state.total);
  const selected = useIncidents((state) => state.selectedIds.size);
  const all = useCase((state) => state.caseState?.counts.incidents ?? 0);
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
      <TitleField form={form} onChange={onChange} />
    </>
  );
}
