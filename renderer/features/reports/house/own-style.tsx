import { useState } from 'react';
import type { CallResult } from '../../../../shared/contract/contract.ts';
import type { ReportDocument } from '../../../../shared/report/document.ts';
import { pageSizes } from '../../../../shared/report/paper.ts';
import { useApp } from '../../../state/app-store.ts';
import { useText } from '../../../text/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/section.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { ReportForm } from '../report-form.ts';
import { HouseDialog } from './house-dialog.tsx';

interface Props {
  readonly form: ReportForm;
  readonly house: CallResult<'house/style'> | undefined;
  readonly report: ReportDocument | undefined;
  readonly isReadOnly: boolean;
  readonly onChange: (patch: Partial<ReportForm>) => void;
}

/** What this report says otherwise than the house style, and the way to that style. */
export function OwnStyleFields({ form, house, report, isReadOnly, onChange }: Props) {
  const words = useText().reports.house;
  const me = useApp((state) => state.settings?.author.name);
  const [isOpen, setOpen] = useState(false);
  if (house === undefined) return null;
  const { style, next } = house;
  const number = next[form.kind] ?? null;
  return (
    <Section title={words.section} defaultExpanded={false}>
      <div className="reports-style">
        <TextField
          label={words.author}
          value={form.author}
          placeholder={style.author ?? me}
          maxLength={200}
          dir="auto"
          onChange={(author) => onChange({ author })}
        />
        <TextField
          label={words.ownNumber}
          description={number === null ? words.noNumber : words.nextNumber(number)}
          value={form.number}
          maxLength={60}
          onChange={(own) => onChange({ number: own })}
        />
        <Segmented
          label={words.page}
          value={form.page ?? style.page ?? 'A4'}
          options={pageSizes.map((value) => ({ value, label: words.pages[value] }))}
          onChange={(page) => onChange({ page })}
        />
        {isReadOnly ? null : <Button onPress={() => setOpen(true)}>{words.open}</Button>}
      </div>
      {isOpen ? <HouseDialog style={style} report={report} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}
