import { type ConfidenceLevel, confidenceLevels } from '../../shared/domain/vocabulary.ts';
import { useText } from '../text/index.tsx';
import type { FieldProps } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { useLabels } from './use-vocabulary.ts';

interface Props extends FieldProps {
  readonly value: ConfidenceLevel | undefined;
  readonly onChange: (value: ConfidenceLevel | undefined) => void;
  /** Words of no choice; "Not stated" without them. */
  readonly emptyLabel?: string | undefined;
}

/** Choice of one of the three levels of confidence of ICD-203, or none. */
export function ConfidenceField({ onChange, emptyLabel, ...field }: Props) {
  const { common } = useText().records;
  const labels = useLabels();
  return (
    <Select
      {...field}
      options={confidenceLevels.map((value) => ({
        value,
        label: labels.confidence[value],
        description: labels.confidenceMeanings[value],
      }))}
      onChange={onChange}
      emptyLabel={emptyLabel ?? common.notStated}
      onClear={() => onChange(undefined)}
    />
  );
}
