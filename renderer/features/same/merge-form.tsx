// Which incident goes on, and which side's value each part that differs takes; then what comes of it.
import { useState } from 'react';
import type { IncidentDossier } from '../../../shared/contract/read-calls.ts';
import {
  defaultChoices,
  differingParts,
  joinedParts,
  type MergeChoices,
  type MergePart,
  type MergeSide,
  mergedPatch,
  mergeParts,
} from '../../../shared/domain/same-merge.ts';
import { valueWords } from '../../text/field-words.ts';
import { useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Segmented } from '../../ui/segmented.tsx';

interface Props {
  readonly a: IncidentDossier;
  readonly b: IncidentDossier;
  readonly isBusy: boolean;
  readonly onMerge: (keepId: string, choices: MergeChoices) => void;
  readonly onBack: () => void;
}

type Values = Readonly<Record<string, unknown>>;

export function MergeForm({ a, b, isBusy, onMerge, onBack }: Props) {
  const t = useText().same.merge;
  const [keepsFirst, setKeepsFirst] = useState(() => a.claims.length >= b.claims.length);
  const [chosen, setChosen] = useState<MergeChoices>({});
  const [kept, other] = keepsFirst ? [a, b] : [b, a];
  const choices = { ...defaultChoices(kept.incident, other.incident), ...chosen };
  const parts = differingParts(kept.incident, other.incident);
  const { tlp } = mergedPatch(kept.incident, other.incident, choices);
  return (
    <section
      className="same-merge"
      aria-labelledby="same-merge-title"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          onMerge(kept.incident.id, choices);
        } else if (event.key === 'Escape') {
          event.stopPropagation();
          onBack();
        }
      }}
    >
      <h3 id="same-merge-title">{t.title}</h3>
      <Segmented
        label={t.keep}
        description={t.keepHelp}
        value={keepsFirst ? 'first' : 'second'}
        options={[
          { value: 'first' as const, label: `${t.first}: ${short(a.incident.title)}` },
          { value: 'second' as const, label: `${t.second}: ${short(b.incident.title)}` },
        ]}
        onChange={(side) => {
          setKeepsFirst(side === 'first');
          setChosen({});
        }}
      />
      <h4>{t.choose}</h4>
      {parts.length === 0 ? <p className="u-soft">{t.nothing}</p> : null}
      <div className="same-parts">
        {parts.map((part) => (
          <Part
            key={part}
            part={part}
            kept={kept}
            other={other}
            side={choices[part] ?? 'kept'}
            onChange={(side) => setChosen((before) => ({ ...before, [part]: side }))}
          />
        ))}
      </div>
      <h4>{t.moves}</h4>
      <Moves other={other} />
      {tlp !== undefined && tlp !== kept.incident.tlp ? <p>{t.tlp(tlp)}</p> : null}
      <div className="same-merge-actions">
        <Button onPress={onBack}>{t.back}</Button>
        <Button
          variant="primary"
          isPending={isBusy}
          autoFocus
          shortcut="Ctrl+Enter"
          onPress={() => onMerge(kept.incident.id, choices)}
        >
          {t.confirm}
        </Button>
      </div>
    </section>
  );
}

const short = (title: string): string => (title.length > 48 ? `${title.slice(0, 47)}…` : title);

interface PartProps {
  readonly part: MergePart;
  readonly kept: IncidentDossier;
  readonly other: IncidentDossier;
  readonly side: MergeSide;
  readonly onChange: (side: MergeSide) => void;
}

function Part({ part, kept, other, side, onChange }: PartProps) {
  const t = useText().same.merge;
  const words = usePartWords(part);
  const both = mergedPatch(kept.incident, other.incident, { [part]: 'both' });
  const options = [
    { value: 'kept' as const, label: t.sides.kept, description: words(kept.incident, kept) },
    { value: 'other' as const, label: t.sides.other, description: words(other.incident, other) },
    ...(joinedParts.has(part)
      ? [{ value: 'both' as const, label: t.both, description: words(both, kept) }]
      : []),
  ];
  return (
    <RadioGroup<MergeSide>
      label={t.parts[part]}
      value={side}
      options={options}
      onChange={onChange}
    />
  );
}

/** The fields of a part as one line; the place by its name instead of its record. */
function usePartWords(part: MergePart) {
  const lang = useLang();
  const none = useText().history.noValue;
  return (values: Values, dossier: IncidentDossier): string => {
    const said = mergeParts[part].flatMap((field) => {
      if (field === 'place_id') return dossier.place === null ? [] : [dossier.place.name];
      const value = values[field];
      if (value === null || value === '' || field === 'geo_code') return [];
      return [valueWords(lang, 'incident', field, value, 400)];
    });
    return said.length === 0 ? none : [...new Set(said)].join(' · ');
  };
}

function Moves({ other }: { readonly other: IncidentDossier }) {
  const text = useText().same;
  const t = text.merge;
  const { claims, links, notes, attachments, tags } = other;
  const parts = [
    claims.length > 0 ? text.claims(claims.length) : '',
    links.length > 0 ? t.links(links.length) : '',
    notes.length > 0 ? t.notes(notes.length) : '',
    attachments.length > 0 ? t.attachments(attachments.length) : '',
    tags.length > 0 ? t.tags(tags.length) : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return <p className="u-soft">{t.movesNothing}</p>;
  return (
    <p>
      {parts.join(', ')}. <span className="u-soft">{t.folded}</span>
    </p>
  );
}
