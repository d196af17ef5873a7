import type { RefObject } from 'react';
import { formatFilter } from '../../../shared/domain/filter-text.ts';
import { filterChips } from '../../../shared/text/filter-words.ts';
import { setFilter, useIncidents } from '../../state/incidents-store.ts';
import { useLang, useText } from '../../text/index.tsx';
import { Chip } from '../../ui/chip.tsx';
import { stretchOf } from './filter-completion.ts';

/** The conditions in words. Pressing one selects its text in the box; the cross takes it away. */
export function FilterChips({
  inputRef,
}: {
  readonly inputRef: RefObject<HTMLInputElement | null>;
}) {
  const t = useText().incidents.filter;
  const lang = useLang();
  const filter = useIncidents((state) => state.filter);
  const chips = filterChips(filter, lang);
  if (chips.length === 0) return null;
  return (
    <ul className="filter-chips" aria-label={t.chips}>
      {chips.map((chip) => (
        <li key={chip.id}>
          <Chip
            onPress={() => {
              const whole = formatFilter(filter, lang);
              const { from, to } = stretchOf(whole, formatFilter(chip.remove(), lang));
              setFilter(filter);
              requestAnimationFrame(() => {
                inputRef.current?.focus();
                inputRef.current?.setSelectionRange(from, to);
              });
            }}
            onRemove={() => setFilter(chip.remove())}
            removeLabel={t.remove(chip.label)}
          >
            {chip.label}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
