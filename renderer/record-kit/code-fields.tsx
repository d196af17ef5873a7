// Countries, languages and scripts: chosen by name, stored by code.
import { useMemo, useState } from 'react';
import { fold } from '../../shared/lib/fold.ts';
import { useLang, useText } from '../text/index.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import type { FieldProps } from '../ui/field.tsx';
import { codesOf, commonLanguages, type NamedCode, scriptCodes } from './codes.ts';

interface Props extends FieldProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** ISO 3166-1 alpha-2. */
export function CountryField(props: Props) {
  const lang = useLang();
  const all = useMemo(() => codesOf('region', lang), [lang]);
  return <CodeField {...props} all={all} first={[]} />;
}

/** BCP 47 tag; languages of the field come first. */
export function LanguageField(props: Props) {
  const lang = useLang();
  const all = useMemo(() => codesOf('language', lang), [lang]);
  return <CodeField {...props} all={all} first={commonLanguages} />;
}

/** ISO 15924. */
export function ScriptField(props: Props) {
  const lang = useLang();
  const all = useMemo(() => codesOf('script', lang, scriptCodes), [lang]);
  return <CodeField {...props} all={all} first={scriptCodes} />;
}

interface CodeFieldProps extends Props {
  readonly all: readonly NamedCode[];
  /** Codes shown first while nothing is typed. */
  readonly first: readonly string[];
}

function CodeField({ value, onChange, all, first, className, ...field }: CodeFieldProps) {
  const words = useText().records.pickers;
  const [typed, setTyped] = useState<string>();
  const name = all.find(({ code }) => code === value)?.name ?? value ?? '';
  const needle = fold((typed ?? '').trim());
  const hits =
    needle === ''
      ? [...all.filter(({ code }) => first.includes(code)), ...all].slice(0, 300)
      : all.filter(
          (item) => fold(item.name).includes(needle) || item.code.toLowerCase() === needle,
        );
  const items = [...new Map(hits.map((hit) => [hit.code, hit])).values()].slice(0, 60);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears when the focus leaves the field inside
    <div
      className={className}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setTyped(undefined);
      }}
    >
      <ComboBox
        {...field}
        inputValue={typed ?? name}
        onInputChange={(next) => {
          if (next !== (typed ?? name)) setTyped(next);
        }}
        items={items.map((item) => ({
          id: item.code,
          label: item.name,
          description: item.code,
        }))}
        onSelect={(code) => {
          setTyped(undefined);
          onChange(code);
        }}
        onClear={() => {
          setTyped('');
          onChange(null);
        }}
        emptyLabel={words.noneFound}
      />
    </div>
  );
}
