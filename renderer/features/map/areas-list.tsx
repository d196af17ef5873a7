// The coloured areas as a list: what the map tells by colour, and the way to filter by one without a pointer.
import { useState } from 'react';
import type { AreaLevel } from '../../../shared/contract/map-calls.ts';
import type { Filter } from '../../../shared/domain/filter.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectList } from '../../ui/list-box.tsx';
import { hasOnlyUnknown, isChosen } from './area-filter.ts';
import type { AreaSum, Areas } from './use-areas.ts';

interface Props {
  readonly areas: Areas | undefined;
  readonly level: AreaLevel;
  readonly filter: Filter;
  readonly onToggle: (sum: AreaSum) => void;
}

export function AreasList({ areas, level, filter, onToggle }: Props) {
  const t = useText().map;
  const format = useFormat();
  const [focused, setFocused] = useState<string>();
  const sums = [...(areas?.answer.areas ?? [])].sort((a, b) => {
    const measure = areas?.measure ?? 'count';
    return b[measure] - a[measure] || b.count - a.count;
  });
  const idOf = (sum: AreaSum) => (level === 'country' ? sum.country : sum.codes.join(' '));
  const nameOf = (sum: AreaSum) => (level === 'country' ? format.country(sum.country) : sum.label);
  const items = sums.map((sum) => {
    const killed = sum.killed > 0 ? t.circleKilled(t.atLeast(format.number(sum.killed))) : '';
    const country = level === 'country' ? '' : format.country(sum.country);
    const meta = [country, killed].filter((part) => part !== '').join(' · ');
    return {
      ...{ id: idOf(sum), title: nameOf(sum), meta: meta === '' ? t.areas.noneKilled : meta },
      aside: <span className="u-tabular">{format.number(sum.count)}</span>,
    };
  });
  const isBlank = areas !== undefined && hasOnlyUnknown(areas.answer);
  const emptyTitle = isBlank ? t.areas.noneKnown : t.areas.none;
  const current = sums.find((sum) => idOf(sum) === focused);
  const toggle = (id: string) => {
    const sum = sums.find((each) => idOf(each) === id);
    if (sum !== undefined) onToggle(sum);
  };
  return (
    <section className="map-list" aria-label={t.areas.list}>
      <h2 className="map-list-title">{t.areas.listTitle(sums.length)}</h2>
      <div className="map-list-body">
        <SelectList
          {...{ label: t.areas.list, items, selectedId: focused, onSelect: setFocused }}
          onOpen={toggle}
          empty={<EmptyState size="s" title={emptyTitle} />}
        />
      </div>
      {current === undefined ? null : (
        <div className="map-list-more">
          <Button onPress={() => onToggle(current)}>
            {isChosen(filter, level, current)
              ? t.areas.without(nameOf(current))
              : t.areas.filterBy(nameOf(current))}
          </Button>
        </div>
      )}
    </section>
  );
}
