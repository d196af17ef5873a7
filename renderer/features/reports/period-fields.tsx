import { useIncidents } from '../../state/incidents-store.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type PeriodDay, periodOf, type ReportForm } from './report-form.ts';

interface PeriodFieldsProps {
  readonly form: ReportForm;
  readonly latestDay: string | undefined;
  readonly onChange: (patch: Partial<ReportForm>) => void;
}

/** First and last day of a situation report. A month or a year stands for its first or last day. */
export function PeriodFields({ form, latestDay, onChange }: PeriodFieldsProps) {
  const t = useText().reports;
  const format = useFormat();
  const filter = useIncidents((state) => state.filter);
  const { from, to } = periodOf(form, { filter, latestDay });
  const shown = (typed: string | undefined, day: PeriodDay) =>
    typed ?? (day === undefined || day === 'wrong' ? '' : format.day(day));
  const isBackward = from !== undefined && to !== undefined && from !== 'wrong' && from > to;
  return (
    <div className="reports-period">
      <TextField
        label={t.from}
        value={shown(form.from, from)}
        errorMessage={from === 'wrong' ? t.dayError : undefined}
        onChange={(typed) => onChange({ from: typed, tlp: undefined })}
      />
      <TextField
        label={t.to}
        value={shown(form.to, to)}
        errorMessage={to === 'wrong' ? t.dayError : isBackward ? t.backward : undefined}
        onChange={(typed) => onChange({ to: typed, tlp: undefined })}
      />
    </div>
  );
}
