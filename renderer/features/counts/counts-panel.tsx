// Counts of the incidents that match, by type, status, actor…; pressing a line narrows the filter.
import './counts-panel.css';
import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type Facet, type FacetName, facetNames } from '../../../shared/contract/view-calls.ts';
import { codeLabel, labels } from '../../../shared/text/index.ts';
import { setLayout, useLayout } from '../../state/app-store.ts';
import { setFacets, setFilter, useIncidents } from '../../state/incidents-store.ts';
import { layoutFlag } from '../../state/layout.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Pane, PaneBody, PaneHeader } from '../../ui/pane.tsx';
import { Section } from '../../ui/section.tsx';
import { chosenValues, type FacetValue, facetLines, isNarrowed, pressed } from './facet-lines.ts';

/** Lines shown of a facet before it is asked for more. */
const few = 8;
/** Open before the analyst chose: what most filters begin with. */
const usual: ReadonlySet<FacetName> = new Set(['type', 'status', 'actor', 'country', 'region']);

function layoutKey(name: FacetName): string {
  return `counts.${name}`;
}

/** The panel beside table and map. Only facets that are unfolded are counted. */
export function CountsPanel() {
  const t = useText().counts;
  const open = useLayout((layout) =>
    facetNames.filter((name) => layoutFlag(layout, layoutKey(name), usual.has(name))).join(),
  );
  useEffect(() => {
    setFacets(facetNames.filter((name) => open.split(',').includes(name)));
    return () => setFacets([]);
  }, [open]);
  return (
    <Pane label={t.title} className="counts">
      <PaneHeader
        title={t.title}
        level={2}
        actions={
          <IconButton
            icon={<X size={14} aria-hidden="true" />}
            label={t.close}
            shortcut="Ctrl+L"
            onPress={() => setLayout('frame.counts', false)}
          />
        }
      />
      <PaneBody className="counts-body">
        {facetNames.map((name) => (
          <Section
            key={name}
            title={t.facets[name]}
            isExpanded={open.split(',').includes(name)}
            onExpandedChange={(isOpen) => setLayout(layoutKey(name), isOpen)}
          >
            <FacetList name={name} />
          </Section>
        ))}
        <p className="counts-hint">{t.hint}</p>
      </PaneBody>
    </Pane>
  );
}

/** Values as they were before the facet was narrowed. */
function useRemembered(facet: Facet | undefined, isNarrow: boolean): readonly FacetValue[] {
  const isLoading = useIncidents((state) => state.isLoading);
  const kept = useRef<readonly FacetValue[]>([]);
  useEffect(() => {
    if (!isNarrow && !isLoading && facet !== undefined) kept.current = facet.values;
  }, [facet, isNarrow, isLoading]);
  // of several actors all must match: the answer counts those that can still be added
  return isNarrow && facet?.name !== 'actor' ? kept.current : [];
}

function FacetList({ name }: { readonly name: FacetName }) {
  const t = useText().counts;
  const format = useFormat();
  const facet = useIncidents((state) => state.facets.find((one) => one.name === name));
  const filter = useIncidents((state) => state.filter);
  const [isLong, setIsLong] = useState(false);
  const remembered = useRemembered(facet, isNarrowed(filter, name));
  if (facet === undefined) return <p className="counts-note">{t.counting}</p>;
  const lines = facetLines(facet, remembered);
  if (lines.length === 0) return <p className="counts-note">{t.nothing}</p>;
  const most = Math.max(1, ...lines.map(({ count }) => count));
  const shown = isLong ? lines : lines.slice(0, few);
  return (
    <>
      <ul className="counts-list">
        {shown.map((line) => (
          <FacetLine key={line.value} name={name} line={line} most={most} />
        ))}
      </ul>
      {lines.length > few ? (
        <button
          type="button"
          className="counts-more"
          aria-expanded={isLong}
          onClick={() => setIsLong(!isLong)}
        >
          {isLong ? t.fewer : t.more(format.number(lines.length - few))}
        </button>
      ) : null}
      {isLong && facet.more > 0 ? (
        <p className="counts-note">{t.notListed(format.number(facet.more))}</p>
      ) : null}
    </>
  );
}

interface FacetLineProps {
  readonly name: FacetName;
  readonly line: FacetValue;
  /** The highest count of the facet, as wide as the panel. */
  readonly most: number;
}

function FacetLine({ name, line, most }: FacetLineProps) {
  const words = useValueWords()(name, line);
  const format = useFormat();
  const filter = useIncidents((state) => state.filter);
  const canPress = pressed(filter, name, line.value, true) !== undefined;
  const press = (isAdded: boolean) => {
    const next = pressed(filter, name, line.value, isAdded);
    if (next !== undefined) setFilter(next);
  };
  return (
    <li>
      <button
        type="button"
        className="counts-line"
        aria-pressed={chosenValues(filter, name).includes(line.value)}
        aria-disabled={!canPress}
        title={words}
        onClick={(event) => press(isWithOthers(event))}
        onKeyDown={(event) => {
          // a button by itself is not pressed by Enter together with Ctrl
          if (event.key === 'Enter' && isWithOthers(event)) {
            event.preventDefault();
            press(true);
          } else moveByArrow(event);
        }}
      >
        <span className="counts-words u-truncate">
          <bdi>{words}</bdi>
        </span>
        <span className="counts-number u-tabular">{format.number(line.count)}</span>
        <span
          className="counts-bar"
          aria-hidden="true"
          style={{ width: `${(100 * line.count) / most}%` }}
        />
      </button>
    </li>
  );
}

/** Ctrl or Shift is held: the line joins the others. */
function isWithOthers(event: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey;
}

/** Arrows go from line to line over all facets, Home and End to the first and the last. */
function moveByArrow(event: KeyboardEvent<HTMLButtonElement>): void {
  const panel = event.currentTarget.closest('.counts-body');
  const all = [...(panel?.querySelectorAll<HTMLButtonElement>('.counts-line') ?? [])];
  const at = all.indexOf(event.currentTarget);
  const targets: { readonly [key: string]: number } = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: all.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  all[target]?.focus();
}

function useValueWords(): (name: FacetName, line: FacetValue) => string {
  const t = useText().counts;
  const lang = useLang();
  const format = useFormat();
  const l = labels(lang);
  return (name, { value, label }) => {
    if (value === 'none') return t.none[name];
    switch (name) {
      case 'type':
        return codeLabel(l.eventTypes, value);
      case 'subType':
        return codeLabel(l.subEventTypes, value);
      case 'status':
        return codeLabel(l.statuses, value);
      case 'country':
        return format.country(value);
      case 'region':
        return `${label} (${value.slice(0, 2)})`;
      default:
        return label;
    }
  };
}
