import type { CallResult } from '../../../shared/contract/contract.ts';
import type { IncidentRow } from '../../../shared/contract/read-calls.ts';
import { type MapColouring, mixedCategory } from '../../../shared/domain/map-colouring.ts';
import type { Circle, Hit } from '../../map-kit/tile-map.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { categoryWords } from './legend-entries.ts';
import { useTitle } from './use-map.ts';

interface Props {
  readonly hit: Hit;
  readonly rowOf: (key: number) => Promise<IncidentRow | undefined>;
  readonly by: MapColouring;
  readonly summary: CallResult<'map/summary'>;
}

/** What lies under the pointer: the title of an incident, or how many a circle stands for. */
export function HoverTip({ hit, rowOf, by, summary }: Props) {
  const t = useText().map;
  const title = useTitle(hit.kind === 'incident' ? hit.key : undefined, rowOf);
  if (hit.kind === 'circle') return <CircleTip {...{ circle: hit.circle, by, summary }} />;
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
