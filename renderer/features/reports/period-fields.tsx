import { weekOf } from '../../../shared/report/trend-weeks.ts';
import { useIncidents } from '../../state/incidents-store.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type PeriodDay, periodOf, type ReportForm, weekDayOf } from './report-form.ts';

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

/** Any day of the week that a trend note tells; the week it stands for is said under it. */
export function WeekField({ form, latestDay, onChange }: PeriodFieldsProps) {
  const t = useText().reports;
  const format = useFormat();
  const filter = useIncidents((state) => state.filter);
  const day = weekDayOf(form, { filter, latestDay });
  const isKnown = day !== undefined && day !== 'wrong';
  const week = isKnown ? weekOf(day) : undefined;
  return (
    <TextField
      label={t.week}
      value={form.week ?? (isKnown ? format.day(day) : '')}
      description={
        week === undefined ? t.weekHelp : t.weekIs(format.day(week.from), format.day(week.to))
      }
      errorMessage={day === 'wrong' ? t.dayError : undefined}
      onChange={(typed) => onChange({ week: typed, tlp: undefined })}
    />
  );
}
