import { type FormEvent, useState } from 'react';
import { parseTypedDate } from '../../../record-kit/typed-date.ts';
import { useText } from '../../../text/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { keepDayAndRead, read } from './read-source.ts';

/** Asks for the day of publication; an empty answer reads without it. */
export function AskDay() {
  const words = useText().suggest;
  const [typed, setTyped] = useState('');
  const [isBad, setBad] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (typed.trim() === '') {
      void read(true);
      return;
    }
    const day = parseTypedDate(typed);
    setBad(day === undefined);
    if (day !== undefined) void keepDayAndRead(day);
  }

  return (
    <form className="suggest-part suggest-day" onSubmit={submit}>
      <TextField
        label={words.askDate}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          setBad(false);
        }}
        placeholder={words.datePlaceholder}
        description={words.askDateWhy}
        errorMessage={isBad ? words.dateBad : undefined}
        autoFocus
      />
      <div className="suggest-row-actions">
        <Button type="submit" variant="primary" shortcut="Enter">
          {typed.trim() === '' ? words.readWithout : words.readWithDate}
        </Button>
      </div>
    </form>
  );
}
