import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { TablePreview } from '../../../shared/contract/table-calls.ts';
import {
  type ColumnMeaning,
  dateOrders,
  presetMeanings,
  singleMeanings,
} from '../../../shared/import/table-fields.ts';
import { useApp } from '../../state/app-store.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { deleteMapping, savedMappings, saveMapping } from './saved-mappings.ts';
import { setMapping } from './table-import-store.ts';

interface Props {
  readonly preview: TablePreview;
  readonly saved: string | undefined;
}

/** What each column means, how dates are read, and mappings kept under a name. */
export function TableMappingForm({ preview, saved }: Props) {
  const t = useText().tableImport;
  const { columns, mapping } = preview;
  const options = presetMeanings[mapping.preset].map((value) => ({
    value,
    label: t.meanings[value],
  }));
  /** A meaning that only one column may have is taken from the one that had it. */
  const change = (at: number, meaning: ColumnMeaning) =>
    setMapping({
      ...mapping,
      columns: mapping.columns.map((each, n) => {
        if (n === at) return meaning;
        return each === meaning && singleMeanings.includes(meaning) ? 'keep' : each;
      }),
    });
  return (
    <>
      <p className="u-soft">
        {preview.format === 'table' ? t.mappingHelp : t.mappingOfPropertiesHelp}
      </p>
      <div className="exchange-columns">
        {columns.map((name, at) => (
          <Select
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a file stay in their order
            key={at}
            label={name.trim() === '' ? t.noName(at + 1) : (t.ownColumns[name] ?? name)}
            value={mapping.columns[at]}
            options={options}
            onChange={(meaning) => change(at, meaning)}
          />
        ))}
        <Select
          label={t.dateOrder}
          value={mapping.dateOrder}
          options={dateOrders.map((value) => ({ value, label: t.dateOrders[value] }))}
          onChange={(dateOrder) => setMapping({ ...mapping, dateOrder })}
        />
      </div>
      {preview.format === 'table' && mapping.preset === 'table' ? (
        <ListName preview={preview} />
      ) : null}
      <Saved preview={preview} saved={saved} />
    </>
  );
}

/** The list is known by this name next time, whatever its file is called. */
function ListName({ preview: { listName, mapping } }: { readonly preview: TablePreview }) {
  const t = useText().tableImport;
  const [name, setName] = useState(listName);
  const keep = () => {
    const trimmed = name.trim();
    if (trimmed === '') setName(listName);
    else if (trimmed !== listName) setMapping({ ...mapping, listName: trimmed });
  };
  return (
    <TextField
      label={t.listName}
      description={t.listNameHelp}
      value={name}
      maxLength={100}
      onChange={setName}
      onEnter={keep}
      onBlur={keep}
    />
  );
}

function Saved({ preview: { columns, mapping, listName }, saved }: Props) {
  const t = useText().tableImport;
  const layout = useApp((state) => state.settings?.layout);
  const all = savedMappings(layout ?? {});
  const fitting = all.filter((each) => each.columns.length === columns.length);
  const [name, setName] = useState(saved ?? listName);
  const trimmed = name.trim();
  return (
    <div className="exchange-saved">
      <TextField label={t.savedName} value={name} maxLength={100} onChange={setName} />
      <Button
        isDisabled={trimmed === ''}
        onPress={() => {
          saveMapping({ name: trimmed, columns, mapping });
          setMapping(mapping, trimmed);
        }}
      >
        {t.saveMapping}
      </Button>
      {fitting.length === 0 ? null : (
        <Select
          label={t.useSaved}
          value={saved}
          options={fitting.map((each) => ({ value: each.name, label: each.name }))}
          onChange={(chosen) => {
            const found = fitting.find((each) => each.name === chosen);
            if (found !== undefined) setMapping(found.mapping, found.name);
          }}
        />
      )}
      {saved === undefined ? null : (
        <IconButton
          label={t.deleteSaved(saved)}
          icon={<Trash2 size={14} aria-hidden="true" />}
          onPress={() => {
            deleteMapping(saved);
            setMapping(mapping);
          }}
        />
      )}
    </div>
  );
}
