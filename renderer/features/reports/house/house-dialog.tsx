import { useState } from 'react';
import { contrastOnWhite } from '../../../../shared/lib/contrast.ts';
import type { ReportDocument } from '../../../../shared/report/document.ts';
import { type HouseStyle, leastContrast } from '../../../../shared/report/house-style.ts';
import { pageSizes } from '../../../../shared/report/paper.ts';
import { numberAt } from '../../../../shared/report/product-number.ts';
import { call } from '../../../api/client.ts';
import { FormDialog } from '../../../record-kit/form-dialog.tsx';
import { useSave } from '../../../record-kit/use-save.ts';
import { notify, useApp } from '../../../state/app-store.ts';
import { useText } from '../../../text/index.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import './house.css';
import { type ColourProblem, checked, colourOf, formOf, type HouseForm } from './house-form.ts';
import { HousePreview } from './house-preview.tsx';
import { LogoField } from './logo-field.tsx';

interface Props {
  readonly style: HouseStyle;
  /** The report on screen, to show the style on. */
  readonly report: ReportDocument | undefined;
  readonly onClose: () => void;
}

/** Organisation, logo, colours, author, numbers, paper and language of the reports of this case. */
export function HouseDialog({ style: stored, report, onClose }: Props) {
  const t = useText().reports;
  const words = t.house;
  const me = useApp((state) => state.settings?.author);
  const saving = useSave();
  const [initial] = useState(() => formOf(stored));
  const [form, setForm] = useState(initial);
  const change = (patch: Partial<HouseForm>) => setForm((now) => ({ ...now, ...patch }));
  const found = checked(form);
  const isDirty = JSON.stringify(form) !== JSON.stringify(initial);
  const save = async () => {
    const { style } = found;
    if (style === undefined) return;
    if (!(await saving.run(() => call('house/set', style)))) return;
    notify({ text: words.saved });
    onClose();
  };
  const series = {
    kind: 'sitrep' as const,
    year: new Date().getUTCFullYear(),
    initials: me?.initials ?? '',
  };
  return (
    <FormDialog
      title={words.title}
      size="l"
      saving={saving}
      isReady={found.style !== undefined && isDirty}
      isDirty={isDirty}
      onSave={() => void save()}
      onClose={onClose}
    >
      <p className="form-dialog-wide reports-filter">{words.help}</p>
      <TextField
        label={words.organisation}
        value={form.organisation}
        maxLength={200}
        dir="auto"
        autoFocus
        onChange={(organisation) => change({ organisation })}
      />
      <TextField
        label={words.author}
        value={form.author}
        placeholder={me?.name}
        maxLength={200}
        dir="auto"
        onChange={(author) => change({ author })}
      />
      <LogoField logo={form.logo} onChange={(logo) => change({ logo })} />
      <TextField
        label={words.number}
        description={
          form.number.trim() === '' || found.number !== undefined
            ? words.numberHelp
            : words.numberExample(numberAt(form.number.trim(), series, 4))
        }
        value={form.number}
        placeholder="{kind}-{year}-{nnn}"
        maxLength={60}
        errorMessage={found.number === undefined ? undefined : words.numberWrong[found.number]}
        onChange={(number) => change({ number })}
      />
      <ColourField
        label={words.accent}
        value={form.accent}
        least={leastContrast.accent}
        problem={found.accent}
        onChange={(accent) => change({ accent })}
      />
      <ColourField
        label={words.rule}
        value={form.rule}
        least={leastContrast.rule}
        problem={found.rule}
        onChange={(rule) => change({ rule })}
      />
      <Segmented
        label={words.page}
        value={form.page}
        options={pageSizes.map((value) => ({ value, label: words.pages[value] }))}
        onChange={(page) => change({ page })}
      />
      <Select
        label={t.language}
        value={form.lang ?? undefined}
        emptyLabel={words.programLanguage}
        onClear={() => change({ lang: null })}
        options={(['en', 'fr'] as const).map((value) => ({ value, label: t.languages[value] }))}
        onChange={(lang) => change({ lang })}
      />
      <HousePreview form={form} report={report} author={me?.name ?? ''} />
    </FormDialog>
  );
}

interface ColourProps {
  readonly label: string;
  readonly value: string;
  readonly least: number;
  readonly problem: ColourProblem | undefined;
  readonly onChange: (value: string) => void;
}

function ColourField({ label, value, least, problem, onChange }: ColourProps) {
  const words = useText().reports.house;
  const colour = colourOf(value) ?? null;
  const contrast = colour === null ? undefined : contrastOnWhite(colour);
  return (
    <TextField
      label={label}
      description={contrast === undefined ? words.colourHelp : words.contrast(contrast, least)}
      value={value}
      placeholder="#1f4e79"
      maxLength={7}
      dir="ltr"
      icon={
        <span
          className="house-colour"
          aria-hidden="true"
          style={colour === null ? {} : { background: colour }}
        />
      }
      errorMessage={
        problem === undefined
          ? undefined
          : problem === 'none'
            ? words.colourNone
            : words.colourFaint(contrast ?? 1, least)
      }
      onChange={onChange}
    />
  );
}
