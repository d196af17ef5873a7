import type { CallResult } from '../../../shared/contract/contract.ts';
import type { IncidentRow } from '../../../shared/contract/read-calls.ts';
import { type MapColouring, mixedCategory } from '../../../shared/domain/map-colouring.ts';
import type { Circle, Hit } from '../../map-kit/tile-map.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { categoryWords } from './legend-entries.ts';
import type { AreaSum, Areas } from './use-areas.ts';
import { useTitle } from './use-map.ts';

interface Props {
  readonly hit: Hit;
  readonly rowOf: (key: number) => Promise<IncidentRow | undefined>;
  readonly by: MapColouring;
  readonly summary: CallResult<'map/summary'>;
  readonly areas: Areas | undefined;
}

/** What lies under the pointer: the title of an incident, or how many a circle stands for. */
export function HoverTip({ hit, rowOf, by, summary, areas }: Props) {
  const t = useText().map;
  const title = useTitle(hit.kind === 'incident' ? hit.key : undefined, rowOf);
  if (hit.kind === 'circle') return <CircleTip {...{ circle: hit.circle, by, summary }} />;
  if (hit.kind === 'area') return <AreaTip {...{ sum: areas?.find(hit.country, hit.code), hit }} />;
  return <bdi>{title === undefined ? '…' : title || t.untitled}</bdi>;
}

function CircleTip({ circle, by, summary }: Pick<Props, 'by' | 'summary'> & { circle: Circle }) {
  const t = useText().map;
  const lang = useLang();
  const format = useFormat();
  const { count, category, killed } = circle;
  const low = format.number(killed.low);
  const figures = killed.isOpen
    ? t.atLeast(low)
    : killed.high > killed.low
      ? `${low}–${format.number(killed.high)}`
      : low;
  const label = summary.categories.find((each) => each.category === category)?.label ?? '';
  const lines = [
    t.circleTip(count),
    ...(killed.high > 0 || killed.isOpen ? [t.circleKilled(figures)] : []),
    ...(category === mixedCategory ? [] : [t.mostly(categoryWords(category, label, by, lang, t))]),
  ];
  return lines.map((line) => <div key={line}>{line}</div>);
}

interface AreaTipProps {
  readonly sum: AreaSum | undefined;
  readonly hit: { readonly country: string };
}

function AreaTip({ sum, hit }: AreaTipProps) {
  const t = useText().map;
  const format = useFormat();
  const country = format.country(hit.country);
  if (sum === undefined) return <div>{`${country}: ${t.areas.none}`}</div>;
  return (
    <>
      <div>
        <bdi>{sum.codes.length === 0 ? country : `${sum.label}, ${country}`}</bdi>
      </div>
      <div>{t.circleTip(sum.count)}</div>
      {sum.killed > 0 ? <div>{t.circleKilled(t.atLeast(format.number(sum.killed)))}</div> : null}
      <div className="map-tip-hint">{t.areas.pressHint}</div>
    </>
  );
}
