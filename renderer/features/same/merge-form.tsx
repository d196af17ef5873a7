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
} from '../../../shared/domain/same-merge.ts';
import { useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { partWords, type Values } from './part-words.ts';

interface Props {
  readonly a: IncidentDossier;
  readonly b: IncidentDossier;
  readonly isBusy: boolean;
  readonly onMerge: (keepId: string, choices: MergeChoices) => void;
  readonly onBack: () => void;
}

export function MergeForm({ a, b, isBusy, onMerge, onBack }: Props) {
  const text = useText();
  const t = text.same.merge;
  const { labelled } = text.records.common;
  const [keepsFirst, setKeepsFirst] = useState(() => a.claims.length >= b.claims.length);
  const [chosen, setChosen] = useState<MergeChoices>({});
  const [kept, other] = keepsFirst ? [a, b] : [b, a];
  const choices = { ...defaultChoices(kept.incident, other.incident), ...chosen };
  const parts = differingParts(kept.incident, other.incident);
  const { tlp } = mergedPatch(kept.incident, other.incident, choices);
  return (
    <section
      className="same-pair"
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
      <div className="same-pair-body same-merge">
        <h3 id="same-merge-title">{t.title}</h3>
        <Segmented
          label={t.keep}
          description={t.keepHelp}
          value={keepsFirst ? 'first' : 'second'}
          options={[
            { value: 'first' as const, label: `${labelled(t.first)} ${short(a.incident.title)}` },
            { value: 'second' as const, label: `${labelled(t.second)} ${short(b.incident.title)}` },
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
      </div>
      <footer className="same-actions same-merge-actions">
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
      </footer>
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
  const lang = useLang();
  const words = (values: Values, dossier: IncidentDossier) =>
    partWords(part, values, dossier, lang);
  const both = mergedPatch(kept.incident, other.incident, { [part]: 'both' });
  const [ours, theirs, joined] = [
    words(kept.incident, kept),
    words(other.incident, other),
    words(both, kept),
  ];
  // they differ in what nobody reads, as the record that the place is kept under
  if (ours === theirs) return null;
  const isJoined = joinedParts.has(part) && joined !== ours && joined !== theirs;
  const shown = side === 'both' && !isJoined ? (joined === theirs ? 'other' : 'kept') : side;
  return (
    <RadioGroup<MergeSide>
      label={t.parts[part]}
      value={shown}
      options={[
        { value: 'kept' as const, label: t.sides.kept, description: ours },
        { value: 'other' as const, label: t.sides.other, description: theirs },
        ...(isJoined ? [{ value: 'both' as const, label: t.both, description: joined }] : []),
      ]}
      onChange={onChange}
    />
  );
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
