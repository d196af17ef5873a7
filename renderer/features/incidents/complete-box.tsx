import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useRead } from '../../state/use-changes.ts';
import { useText } from '../../text/index.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';

interface CompleteBoxProps {
  readonly field: 'actor' | 'place' | 'tag';
  readonly label: string;
  readonly placeholder: string;
  readonly onChoose: (value: string) => void;
}

/** Words of the case for one field of the filter; free words are taken on Enter. */
export function CompleteBox({ field, label, placeholder, onChoose }: CompleteBoxProps) {
  const t = useText().incidents.filter;
  const [text, setText] = useState('');
  const { value, isLoading } = useRead(
    () => call('filter/complete', { field, text }),
    [field, text],
  );
  const items = (value ?? []).slice(0, 30).map((word) => ({
    id: word.value,
    label: word.label,
    description: t.matches(word.count),
  }));
  return (
    <ComboBox
      label={label}
      placeholder={placeholder}
      inputValue={text}
      onInputChange={setText}
      items={items}
      isLoading={isLoading}
      onSelect={onChoose}
      onCommitText={onChoose}
      autoFocus
    />
  );
}
