import { incidentStatuses } from '../../shared/domain/vocabulary.ts';
import type { ReportBlock } from '../../shared/report/document.ts';
import { figureAlt } from '../../shared/report/figure-alt.ts';
import { reportText } from '../../shared/report/report-text.ts';
import { labels } from '../../shared/text/index.ts';
import type { Lang } from '../../shared/text/lang.ts';
import { type Mark, markColour, markPath, marksOf } from '../map-kit/marks.ts';
import { niceDistance } from '../map-kit/nice-distance.ts';
import { isAreaPoint } from '../map-kit/points.ts';
import { attribution } from '../map-kit/style.ts';
import {
  FigureFrame,
  FigureKey,
  figureWidth,
  ink,
  type KeyEntry,
  keyLine,
  letter,
  placeKey,
  wordWidth,
} from './figure-frame.tsx';
import { type InsetPicture, type MapPicture, mapPoints, mapSize } from './use-map-pictures.ts';

interface MapFigureProps {
  readonly block: Extract<ReportBlock, { type: 'map' }>;
  readonly lang: Lang;
  readonly picture: MapPicture | undefined;
}

const frame = '#8a857b';

/** The picture with what makes it readable: inset, scale, key, attribution. All of that is drawn on it. */
export function MapFigure({ block, lang, picture }: MapFigureProps) {
  const t = reportText(lang);
  const { width, height } = mapSize(block);
  const key = placeKey(keyOf(block, lang), width);
  const below = height + 1.5 + key.lines * keyLine;
  return (
    <FigureFrame width={width} height={below} alt={figureAlt(block, lang)} caption={block.caption}>
      {picture?.state === 'drawn' ? null : <rect width={width} height={height} fill="#f3f1ec" />}
      {picture?.state === 'drawn' ? (
        <>
          <image href={picture.url} {...{ x: 0, y: 0, width, height }} />
          {picture.inset === undefined ? null : <Inset inset={picture.inset} />}
          <Scale {...{ metresPerMm: picture.metresPerMm, lang, width, height }} />
          <Attribution {...{ width, height }} />
        </>
      ) : (
        <text x={width / 2} y={height / 2} textAnchor="middle" fontSize={letter.label}>
          {picture === undefined ? t.mapDrawing : t.mapFailed}
        </text>
      )}
      <rect
        {...{ x: 0.15, y: 0.15, width: width - 0.3, height: height - 0.3 }}
        {...{ fill: 'none', stroke: frame, strokeWidth: 0.3 }}
      />
      <FigureKey placed={key.placed} y={height + 1.5} />
    </FigureFrame>
  );
}

function keyOf(block: MapFigureProps['block'], lang: Lang): KeyEntry[] {
  const t = reportText(lang);
  const statuses = new Set<string>(block.points.map((point) => point.status));
  const shown = marksOf('status').filter((mark) => statuses.has(mark.category));
  const points = mapPoints(block);
  const hasAreas = points.ids.some((_, index) => isAreaPoint(points, index));
  const words = labels(lang).statuses;
  const [first] = shown;
  return [
    ...shown.map((mark) => ({
      words: words[incidentStatuses.find((status) => status === mark.category) ?? 'reported'],
      sign: <MarkSign mark={mark} isHollow={false} />,
    })),
    ...(hasAreas && first !== undefined
      ? [{ words: t.hollow, sign: <MarkSign mark={first} isHollow={true} /> }]
      : []),
    ...(block.points.some(({ radiusM }) => radiusM > 0)
      ? [{ words: t.halo, sign: <HaloSign /> }]
      : []),
    ...(block.points.some((point) => point.isMain)
      ? []
      : [{ words: t.clusters, sign: <ClusterSign /> }]),
  ];
}

function MarkSign({ mark, isHollow }: { readonly mark: Mark; readonly isHollow: boolean }) {
  const colour = markColour(mark, 'print');
  const paint = isHollow ? { fill: 'none', stroke: colour, strokeWidth: 2.4 } : { fill: colour };
  return (
    <path d={markPath(mark.shape)} transform="scale(0.145)" strokeLinejoin="round" {...paint} />
  );
}

function HaloSign() {
  return (
    <circle
      {...{ cx: 1.7, cy: 1.6, r: 1.5, fill: '#e6eef2', stroke: '#155e7b' }}
      strokeWidth={0.25}
      strokeDasharray="0.8 0.5"
    />
  );
}

function ClusterSign() {
  return (
    <g>
      <circle cx={1.7} cy={1.6} r={1.6} fill="#37434b" />
      <text x={1.7} y={2.35} textAnchor="middle" fontSize={2} fill={ink.ground}>
        5
      </text>
    </g>
  );
}

/** Where in the country or region the map lies. */
function Inset({ inset }: { readonly inset: InsetPicture }) {
  const { x, y, width, height, url, box } = inset;
  return (
    <g>
      <image href={url} {...{ x, y, width, height }} />
      <rect
        {...{ ...box, x: x + box.x, y: y + box.y, fill: ink.strong, fillOpacity: 0.15 }}
        {...{ stroke: ink.strong, strokeWidth: 0.5 }}
      />
      <rect {...{ x, y, width, height, fill: 'none', stroke: frame, strokeWidth: 0.4 }} />
    </g>
  );
}

function Scale({
  metresPerMm,
  lang,
  width,
  height,
}: {
  readonly metresPerMm: number;
  readonly lang: Lang;
  readonly width: number;
  readonly height: number;
}) {
  const metres = niceDistance(metresPerMm * Math.min(40, width / 5));
  const number = (value: number) => value.toLocaleString(lang === 'fr' ? 'fr-FR' : 'en-GB');
  const label = metres >= 1000 ? `${number(metres / 1000)} km` : `${number(metres)} m`;
  const length = metres / metresPerMm;
  return (
    <g transform={`translate(3 ${height - 3})`}>
      <rect
        {...{ x: -1.5, y: -5, width: Math.max(length, 10) + 3, height: 6.5 }}
        fill={ink.ground}
        fillOpacity={0.85}
      />
      <text x={0} y={-2} fill={ink.strong}>
        {label}
      </text>
      <path d={`M0 -1v1h${length}v-1`} fill="none" stroke={ink.strong} strokeWidth={0.35} />
    </g>
  );
}

/** What the data's licences ask for, on the map itself. */
function Attribution({
  width: right,
  height,
}: {
  readonly width: number;
  readonly height: number;
}) {
  const size = right < figureWidth ? 1.9 : 2.2;
  const width = wordWidth(attribution, size) + 2;
  return (
    <g>
      <rect
        {...{ x: right - width, y: height - 3.4, width, height: 3.4 }}
        fill={ink.ground}
        fillOpacity={0.85}
      />
      <text x={right - 1} y={height - 1} textAnchor="end" fontSize={size}>
        {attribution}
      </text>
    </g>
  );
}
