import { CalendarSearch } from 'lucide-react';
import { edtfWords } from '../../shared/text/date-words.ts';
import { useLang, useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import './date-suggestion-line.css';
import type { DateSuggestion } from './use-date-suggestion.ts';

interface Props {
  readonly suggestion: DateSuggestion;
  readonly onUse: () => void;
  /** Key that accepts it, where one does. */
  readonly shortcut?: string | undefined;
}

/** A date read from words, with its reasoning. Nothing is set until it is accepted. */
export function DateSuggestionLine({ suggestion, onUse, shortcut }: Props) {
  const t = useText().dates;
  const lang = useLang();
  const { resolution, days, chosen, choose, typed, setTyped } = suggestion;
  const isAsking = days.length === 0 && (resolution.needsPublished || typed !== '');
  return (
    <div className="date-suggestion">
      <CalendarSearch size={14} aria-hidden="true" />
      <div className="date-suggestion-body">
        <span role="status">{resolution.why}</span>
        {isAsking && (
          <TextField
            label={t.publishedOn}
            value={typed}
            onChange={setTyped}
            placeholder={t.dayHint}
            className="date-suggestion-asked"
          />
        )}
        {days.length > 1 && chosen !== undefined && (
          <Select
            label={t.countedFrom}
            value={chosen}
            options={days.map(({ day, label }) => ({
              value: day,
              label: `${edtfWords(day, lang)} · ${label}`,
            }))}
            onChange={choose}
          />
        )}
      </div>
      {resolution.edtf !== null && (
        <Button variant="quiet" shortcut={shortcut} onPress={onUse}>
          {t.useDate}
        </Button>
      )}
    </div>
  );
}
