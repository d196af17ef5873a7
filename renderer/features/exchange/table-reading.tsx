import type { TablePreview } from '../../../shared/contract/table-calls.ts';
import { mappingFor } from '../../../shared/import/recognise-layout.ts';
import {
  type TableReading,
  tableEncodings,
  tablePresets,
  tableSeparators,
} from '../../../shared/import/table-fields.ts';
import { useText } from '../../text/index.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { setMapping, setReading } from './table-import-store.ts';

/** What was recognised of the file, to be set right: layout, encoding, separator, sheet, row of names. */
export function TableReadingForm({
  preview,
  reading,
}: {
  readonly preview: TablePreview;
  readonly reading: TableReading;
}) {
  const t = useText().tableImport;
  const { mapping, encoding, separator, sheet, sheets, hasHeader, columns } = preview;
  return (
    <div className="exchange-columns">
      <Select
        label={t.readAs}
        value={mapping.preset}
        options={tablePresets.map((value) => ({ value, label: t.presets[value] }))}
        onChange={(preset) =>
          setMapping({ ...mappingFor(preset, columns), dateOrder: mapping.dateOrder })
        }
      />
      {encoding === null ? null : (
        <Select
          label={t.encoding}
          value={encoding}
          options={tableEncodings.map((value) => ({ value, label: t.encodings[value] }))}
          onChange={(value) => setReading({ ...reading, encoding: value })}
        />
      )}
      {separator === null ? null : (
        <Select
          label={t.separator}
          value={separator}
          options={tableSeparators.map((value) => ({ value, label: t.separators[value] ?? value }))}
          onChange={(value) => setReading({ ...reading, separator: value })}
        />
      )}
      {sheet === null ? null : (
        <Select
          label={t.sheet}
          value={sheet}
          options={sheets.map((value) => ({ value, label: value }))}
          onChange={(value) => setReading({ sheet: value })}
        />
      )}
      <Switch
        isSelected={hasHeader}
        onChange={(value) => setReading({ ...reading, hasHeader: value })}
      >
        {t.hasHeader}
      </Switch>
    </div>
  );
}
