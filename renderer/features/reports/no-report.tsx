import { FileText } from 'lucide-react';
import { useText } from '../../text/index.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { ReportForm } from './report-form.ts';

/** In place of the paper: being built, or what is still to be chosen. */
export function NoReport({
  isReading,
  form,
}: {
  readonly isReading: boolean;
  readonly form: ReportForm;
}) {
  const t = useText().reports;
  if (isReading) {
    return (
      <div className="reports-wait">
        <Spinner label={t.building} />
      </div>
    );
  }
  const needs = {
    brief: { title: t.chooseIncident, next: t.chooseIncidentHelp },
    profile: { title: t.chooseActor, next: t.chooseActorHelp },
    sitrep: { title: t.choosePeriod, next: t.choosePeriodHelp },
    trend: { title: t.chooseWeek, next: t.chooseWeekHelp },
    list: { title: t.nothingSelected, next: t.nothingSelectedHelp },
    chronology: { title: t.nothingSelected, next: t.nothingSelectedHelp },
  }[form.kind];
  return (
    <EmptyState icon={<FileText size={20} aria-hidden="true" />} title={needs.title}>
      {needs.next}
    </EmptyState>
  );
}
