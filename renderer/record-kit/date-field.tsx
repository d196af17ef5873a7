import './date-field.css';
import { useState } from 'react';
import { edtfBounds } from '../../shared/domain/edtf.ts';
import { useFormat, useLang, useText } from '../text/index.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { FieldGroup, type FieldProps } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import {
  type DateDraft,
  type DateDraftKind,
  draftFromEdtf,
  readDraft,
  tidyDraft,
  unreadable,
} from './date-draft.ts';
import { DateSuggestionLine } from './date-suggestion-line.tsx';
import { type PublishedDay, useDateSuggestion } from './use-date-suggestion.ts';

export interface DateFieldProps extends FieldProps {
  /** EDTF; null = unknown. */
  readonly value: string | null;
  /** May be no valid EDTF while something is typed: check with `isValidEdtf` before saving. */
  readonly onChange: (edtf: string | null) => void;
  /** The date as the source words it; shown only with `onWordsChange`. */
  readonly words?: string | undefined;
  readonly onWordsChange?: ((words: string) => void) | undefined;
  /** Days that relative words count from: publications of the sources at hand. */
  readonly published?: readonly PublishedDay[] | undefined;
  readonly timeWords?: string | undefined;
  readonly onTimeWordsChange?: ((words: string) => void) | undefined;
}

const kinds: readonly DateDraftKind[] = [
  'exact',
  'about',
  'between',
  'month',
  'year',
  'before',
  'after',
  'one-of',
  'unknown',
  'expert',
];
const canBeDoubtful: readonly DateDraftKind[] = ['exact', 'about', 'month', 'year'];

/** A date in doubt, entered by plain choices and kept as EDTF. */
export function DateField(props: DateFieldProps) {
  const t = useText().dates;
  const lang = useLang();
  const [draft, setDraft] = useState<DateDraft>(() => startDraft(props.value, lang));
  const [reported, setReported] = useState(props.value);
  const [isTouched, setIsTouched] = useState(false);

  // The record behind the field was replaced: show that one.
  if (props.value !== reported) {
    setReported(props.value);
    setDraft(startDraft(props.value, lang));
    setIsTouched(false);
  }

  const change = (next: DateDraft) => {
    setDraft(next);
    const reading = readDraft(next);
    const edtf = reading.ok ? reading.edtf : unreadable(next);
    setReported(edtf);
    if (edtf !== props.value) props.onChange(edtf);
  };
  const reading = readDraft(draft);
  const ownError =
    reading.ok || !isTouched
      ? undefined
      : reading.refusal === undefined
        ? t.errors[reading.problem]
        : t.refusals[reading.refusal];
  const leave = () => {
    setIsTouched(true);
    setDraft(tidyDraft(draft, lang));
  };
  const hasDoubt = canBeDoubtful.includes(draft.kind);
  const error = ownError ?? props.errorMessage;
  return (
    <div className="date-field">
      <FieldGroup {...props} errorMessage={error}>
        <div className={`date-field-row date-field-${draft.kind}`}>
          <Select<DateDraftKind>
            label={t.kind}
            isLabelHidden
            className="date-field-kind"
            value={draft.kind}
            options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
            onChange={(kind) => {
              setIsTouched(false);
              change({
                ...draft,
                kind,
                isDoubtful: draft.isDoubtful && canBeDoubtful.includes(kind),
              });
            }}
            isDisabled={props.isDisabled}
          />
          <DateInputs
            draft={draft}
            onChange={change}
            onLeave={leave}
            isWrong={error !== undefined}
            autoFocus={props.autoFocus}
          />
          {hasDoubt ? (
            <Checkbox
              isSelected={draft.isDoubtful}
              onChange={(isDoubtful) => change({ ...draft, isDoubtful })}
            >
              {t.isDoubtful}
            </Checkbox>
          ) : null}
        </div>
        {reading.ok ? <Reading edtf={reading.edtf} /> : null}
      </FieldGroup>
      <SourceWords {...props} />
    </div>
  );
}

/** The date and the time of day as the source words them; a date read from the words is offered. */
function SourceWords(props: DateFieldProps) {
  const t = useText().dates;
  const { words = '', onWordsChange, timeWords = '', onTimeWordsChange } = props;
  const suggestion = useDateSuggestion(words, props.value, props.published ?? []);
  if (onWordsChange === undefined && onTimeWordsChange === undefined) return null;
  const resolution = suggestion?.resolution;
  const use = () => {
    if (resolution?.edtf == null) return;
    props.onChange(resolution.edtf);
    if (timeWords.trim() === '' && resolution.timeWords !== null) {
      onTimeWordsChange?.(resolution.timeWords);
    }
  };
  return (
    <>
      <div className="date-field-words">
        {onWordsChange === undefined ? null : (
          <TextField
            label={t.words}
            value={words}
            onChange={onWordsChange}
            placeholder={t.wordsHint}
            maxLength={500}
            onEnter={resolution?.edtf == null ? undefined : use}
          />
        )}
        {onTimeWordsChange === undefined ? null : (
          <TextField
            label={t.time}
            value={timeWords}
            onChange={onTimeWordsChange}
            placeholder={t.timeHint}
            maxLength={500}
          />
        )}
      </div>
      {suggestion !== undefined && onWordsChange !== undefined && (
        <DateSuggestionLine suggestion={suggestion} onUse={use} shortcut={t.enter} />
      )}
    </>
  );
}

/** A new record starts on "exactly", which is what analysts enter most. */
function startDraft(value: string | null, lang: 'en' | 'fr'): DateDraft {
  if (value === null) return { kind: 'exact', first: '', second: '', isDoubtful: false };
  return draftFromEdtf(value, lang);
}

interface DateInputsProps {
  readonly draft: DateDraft;
  readonly onChange: (draft: DateDraft) => void;
  readonly onLeave: () => void;
  /** The words for it stand under the whole field. */
  readonly isWrong: boolean;
  readonly autoFocus?: boolean | undefined;
}

function DateInputs({ draft, onChange, onLeave, isWrong, autoFocus }: DateInputsProps) {
  const t = useText().dates;
  const labels: Readonly<Record<DateDraftKind, readonly [string, string] | undefined>> = {
    exact: [t.day, t.dayHint],
    about: [t.date, t.dayHint],
    before: [t.date, t.dayHint],
    after: [t.date, t.dayHint],
    between: [t.from, t.dayHint],
    month: [t.month, t.monthHint],
    year: [t.year, t.yearHint],
    'one-of': [t.days, t.daysHint],
    expert: [t.edtf, t.edtfHint],
    unknown: undefined,
  };
  const label = labels[draft.kind];
  if (label === undefined) return null;
  const [name, hint] = label;
  return (
    <>
      <TextField
        label={name}
        isLabelHidden
        className={draft.kind === 'one-of' ? 'date-field-wide' : 'date-field-date'}
        value={draft.first}
        placeholder={hint}
        autoFocus={autoFocus}
        onChange={(first) => onChange({ ...draft, first })}
        onBlur={onLeave}
        errorMessage={isWrong ? '' : undefined}
      />
      {draft.kind === 'between' ? (
        <>
          <span className="u-soft">{t.and}</span>
          <TextField
            label={t.to}
            isLabelHidden
            className="date-field-date"
            value={draft.second}
            placeholder={t.dayHint}
            onChange={(second) => onChange({ ...draft, second })}
            onBlur={onLeave}
            errorMessage={isWrong ? '' : undefined}
          />
        </>
      ) : null}
    </>
  );
}

/** How the date was understood: EDTF, earliest and latest day. */
function Reading({ edtf }: { readonly edtf: string | null }) {
  const t = useText().dates;
  const format = useFormat();
  const lang = useLang();
  if (edtf === null) return null;
  const { earliest, latest } = edtfBounds(edtf);
  const from = earliest === null ? t.openStart : format.day(earliest);
  const to = latest === null ? t.openEnd : format.day(latest);
  return (
    <p className="date-field-reading">
      {earliest === latest && earliest !== null ? (
        <span>{t.weekday(weekday(earliest, lang), from)}</span>
      ) : (
        <span>{t.span(`${t.earliest} ${from}`, `${t.latest.toLocaleLowerCase()} ${to}`)}</span>
      )}
      <code>{edtf}</code>
    </p>
  );
}

/** Name of the weekday: what a source says of a Sunday can be checked at a glance. */
function weekday(day: string, lang: 'en' | 'fr'): string {
  const format = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
