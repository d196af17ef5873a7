import { filterChips } from '../../../shared/text/filter-words.ts';
import { setFilter, useIncidents } from '../../state/incidents-store.ts';
import { useLang, useText } from '../../text/index.tsx';
import { Chip } from '../../ui/chip.tsx';

/** The filter in words, each part to be taken away. */
export function MapChips() {
  const t = useText().incidents.filter;
  const lang = useLang();
  const filter = useIncidents((state) => state.filter);
  const chips = filterChips(filter, lang);
  if (chips.length === 0) return null;
  return (
    <ul className="map-chips" aria-label={t.chips}>
      {chips.map((chip) => (
        <li key={chip.id}>
          <Chip onRemove={() => setFilter(chip.remove())} removeLabel={t.remove(chip.label)}>
            {chip.label}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
