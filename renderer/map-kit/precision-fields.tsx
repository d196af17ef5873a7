import { defaultRadiusM } from '../../shared/domain/geo.ts';
import { type GeoLevel, geoLevels } from '../../shared/domain/vocabulary.ts';
import { labels } from '../../shared/text/index.ts';
import { useLang, useText } from '../text/index.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';

export interface Precision {
  readonly level: GeoLevel;
  /** Metres. */
  readonly radiusM: number | null;
}

export interface PrecisionFieldsProps {
  readonly value: Precision;
  readonly onChange: (value: Precision) => void;
  readonly isDisabled?: boolean | undefined;
}

/** How exactly the place is known: a level and the radius that it stands for. */
export function PrecisionFields({ value, onChange, isDisabled = false }: PrecisionFieldsProps) {
  const t = useText().map.place;
  const words = labels(useLang());
  const radius = value.radiusM ?? defaultRadiusM(value.level);
  return (
    <div className="place-precision">
      <Select<GeoLevel>
        {...{ label: t.precision, value: value.level, isDisabled }}
        options={geoLevels.map((level) => ({
          value: level,
          label: words.geoLevels[level],
          description: words.geoLevelMeanings[level],
        }))}
        onChange={(level) => onChange({ level, radiusM: defaultRadiusM(level) })}
      />
      <NumberField
        {...{ label: t.radius, isDisabled, minValue: 0.1, maxValue: 5000, step: 0.1 }}
        formatOptions={{ maximumFractionDigits: 1 }}
        value={radius === null ? undefined : radius / 1000}
        onChange={(km) =>
          onChange({ level: value.level, radiusM: km === undefined ? null : Math.round(km * 1000) })
        }
      />
    </div>
  );
}
