import type { ReportBlock } from '../../shared/report/document.ts';
import { reportText } from '../../shared/report/report-text.ts';
import { labels } from '../../shared/text/index.ts';
import type { Lang } from '../../shared/text/lang.ts';
import { MarkIcon } from '../map-kit/legend.tsx';
import { marksOf } from '../map-kit/marks.ts';
import { niceDistance } from '../map-kit/nice-distance.ts';
import { isAreaPoint } from '../map-kit/points.ts';
import { attribution } from '../map-kit/style.ts';
import { type MapPicture, mapPoints, mapSize } from './use-map-pictures.ts';

interface MapFigureProps {
  readonly block: Extract<ReportBlock, { type: 'map' }>;
  readonly lang: Lang;
  readonly picture: MapPicture | undefined;
}

/** The picture with what makes it readable: caption, marks, scale, attribution. All of that is text. */
export function MapFigure({ block, lang, picture }: MapFigureProps) {
  const t = reportText(lang);
  const size = mapSize(block);
  return (
    <figure className="report-map" data-atom="">
      <div className="report-map-frame" style={{ height: `${size.height}mm` }}>
        {picture?.state === 'drawn' ? (
          <img src={picture.url} alt={block.caption} />
        ) : (
          <p>{picture === undefined ? t.mapDrawing : t.mapFailed}</p>
        )}
      </div>
      <figcaption>
        <span className="report-map-caption" dir="auto">
          {block.caption}
        </span>
        <MapKey block={block} lang={lang} />
        <span className="report-map-foot">
          {picture?.state === 'drawn' ? (
            <PaperScale metresPerMm={picture.metresPerMm} lang={lang} />
          ) : null}
          <span>{attribution}</span>
        </span>
      </figcaption>
    </figure>
  );
}

function MapKey({ block, lang }: Pick<MapFigureProps, 'block' | 'lang'>) {
  const t = reportText(lang);
  const statuses = new Set<string>(block.points.map((point) => point.status));
  const shown = marksOf('status').filter((mark) => statuses.has(mark.category));
  const points = mapPoints(block);
  const hasAreas = points.ids.some((_, index) => isAreaPoint(points, index));
  const words: Readonly<Record<string, string>> = labels(lang).statuses;
  const [first] = shown;
  return (
    <span className="report-map-key">
      {shown.map((mark) => (
        <span key={mark.category}>
          <MarkIcon mark={mark} theme="print" />
          {words[mark.category]}
        </span>
      ))}
      {block.points.some((point) => point.isMain) ? null : <span>{t.clusters}</span>}
      {hasAreas && first !== undefined ? (
        <span>
          <MarkIcon mark={first} theme="print" isHollow />
          {t.hollow}
        </span>
      ) : null}
    </span>
  );
}

function PaperScale({ metresPerMm, lang }: { readonly metresPerMm: number; readonly lang: Lang }) {
  const metres = niceDistance(metresPerMm * 40);
  const number = (value: number) => value.toLocaleString(lang === 'fr' ? 'fr-FR' : 'en-GB');
  const label = metres >= 1000 ? `${number(metres / 1000)} km` : `${number(metres)} m`;
  return (
    <span className="report-scale">
      <span className="report-scale-bar" style={{ width: `${metres / metresPerMm}mm` }} />
      {label}
    </span>
  );
}
