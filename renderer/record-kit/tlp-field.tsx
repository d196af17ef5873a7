import { type TlpLabel as Label, tlpLabels } from '../../shared/domain/vocabulary.ts';
import { useText } from '../text/index.tsx';
import type { FieldProps } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { useLabels } from './use-vocabulary.ts';

interface Props extends Partial<FieldProps> {
  readonly value: Label;
  readonly onChange: (value: Label) => void;
}

/** Choice of the TLP 2.0 label; the labels themselves are never translated. */
export function TlpField({ value, onChange, ...field }: Props) {
  const { tlp } = useText().records;
  const labels = useLabels();
  return (
    <Select
      {...field}
      label={field.label ?? tlp.label}
      value={value}
      options={tlpLabels.map((label) => ({
        value: label,
        label: `TLP:${label}`,
        description: labels.tlpMeanings[label],
      }))}
      onChange={onChange}
    />
  );
}
