// What the picture shows as a list, for the keyboard and for screen readers.
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { fold } from '../../../shared/lib/fold.ts';
import type { NetModel } from '../../../shared/network/model.ts';
import { codeLabel, labels } from '../../../shared/text/index.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectList } from '../../ui/list-box.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Measures } from './measures.ts';
import { groupColour, type NetPalette } from './palette.ts';

interface Props {
  readonly model: NetModel;
  readonly measures: Measures | undefined;
  readonly palette: NetPalette;
  readonly selected: number | undefined;
  readonly onSelect: (at: number) => void;
  readonly onOpen: (at: number) => void;
}

export function NodeList({ model, measures, palette, selected, onSelect, onOpen }: Props) {
  const t = useText().network;
  const f = useFormat();
  const l = labels(useLang());
  const [words, setWords] = useState('');
  const items = useMemo(() => {
    const wanted = fold(words.trim());
    const found = model.nodes.flatMap((node, at) =>
      wanted === '' || fold(node.name).includes(wanted) ? [{ node, at }] : [],
    );
    found.sort(
      (a, b) =>
        Number(a.node.kind === 'incident') - Number(b.node.kind === 'incident') ||
        b.node.count - a.node.count ||
        a.at - b.at,
    );
    return found.map(({ node, at }) => {
      const group = measures?.group[at] ?? 0;
      const kind =
        node.kind === 'actor'
          ? codeLabel(l.actorKinds, node.type ?? 'other')
          : node.type === null
            ? l.tables.incident
            : codeLabel(l.eventTypes, node.type);
      return {
        id: node.id,
        title: node.name,
        meta: group > 0 ? `${kind} · ${t.group(f.number(group))}` : kind,
        aside: (
          <span className="network-list-count u-tabular">
            <svg width="8" height="8" aria-hidden="true">
              <circle cx="4" cy="4" r="4" fill={groupColour(palette, group)} />
            </svg>
            {f.number(node.count)}
          </span>
        ),
      };
    });
  }, [model, measures, palette, words, l, t, f]);
  const chosen = selected === undefined ? undefined : model.nodes[selected]?.id;
  const at = (id: string) => model.at.get(id) ?? 0;
  return (
    <div className="network-list">
      <div className="network-find">
        <TextField
          {...{ label: t.find, isLabelHidden: true, placeholder: t.find, value: words }}
          type="search"
          icon={<Search size={12} aria-hidden="true" />}
          onChange={setWords}
        />
      </div>
      <div className="network-list-body">
        <SelectList
          {...{ label: t.list, items, selectedId: chosen }}
          onSelect={(id) => onSelect(at(id))}
          onOpen={(id) => onOpen(at(id))}
          empty={<EmptyState size="s" title={t.listEmpty} />}
        />
      </div>
    </div>
  );
}
