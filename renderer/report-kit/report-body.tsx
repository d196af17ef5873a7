// A report on paper: the same body for the preview and for the print page.
import type { CSSProperties, ReactNode } from 'react';
import type { ReportDocument } from '../../shared/report/document.ts';
import { reportText } from '../../shared/report/report-text.ts';
import { labels } from '../../shared/text/index.ts';
import { Block } from './blocks.tsx';
import './brief.css';
import './report.css';
import { type BriefPart, briefParts, type PlacedBlock } from './report-parts.ts';
import type { MapPictures } from './use-map-pictures.ts';

export interface ReportBodyProps {
  readonly document: ReportDocument;
  /** Pictures of its maps, by index of block. */
  readonly pictures: MapPictures;
}

/** Everything but header and footer, as wide as the paper between its margins. */
export function ReportBody({ document, pictures }: ReportBodyProps) {
  const { lang, kind, blocks } = document;
  const drawn = ({ block, index }: PlacedBlock) => (
    <Block key={index} block={block} lang={lang} picture={pictures.get(index)} />
  );
  return (
    <article
      className="report"
      data-kind={kind}
      data-continues={reportText(lang).continues}
      lang={lang}
      dir="ltr"
      style={coloursOf(document)}
    >
      <Masthead document={document} />
      {kind === 'brief'
        ? briefParts(blocks).map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts never move within one document
            <BriefPartOf key={at} part={part} drawn={drawn} />
          ))
        : blocks.map((block, index) => drawn({ block, index }))}
    </article>
  );
}

interface BriefPartProps {
  readonly part: BriefPart;
  readonly drawn: (placed: PlacedBlock) => ReactNode;
}

/** The map stands beside what opens the brief. */
function BriefPartOf({ part: { kind, blocks }, drawn }: BriefPartProps) {
  const maps = kind === 'opening' ? blocks.filter(({ block }) => block.type === 'map') : [];
  if (maps.length === 0) {
    return (
      <div className="report-part" data-part={kind}>
        {blocks.map(drawn)}
      </div>
    );
  }
  return (
    <div className="report-part" data-part="beside">
      <div>{blocks.filter((each) => !maps.includes(each)).map(drawn)}</div>
      <div>{maps.map(drawn)}</div>
    </div>
  );
}

type Colours = CSSProperties & {
  readonly '--house-accent'?: string;
  readonly '--house-rule'?: string;
};

/** The two colours of the house, for the style sheet. */
function coloursOf({ house }: ReportDocument): Colours {
  return {
    ...(house.accent === null ? {} : { '--house-accent': house.accent }),
    ...(house.rule === null ? {} : { '--house-rule': house.rule }),
  };
}

/** The head of a report by itself. */
export function MastheadAlone({ document }: { readonly document: ReportDocument }) {
  return (
    <div className="report" lang={document.lang} dir="ltr" style={coloursOf(document)}>
      <Masthead document={document} />
    </div>
  );
}

function Masthead({ document }: { readonly document: ReportDocument }) {
  const { lang, frame, kind } = document;
  const words = reportText(lang);
  return (
    <header className="report-masthead">
      <House document={document} />
      {document.invented ? <p className="report-invented">{frame.inventedWarning}</p> : null}
      <p className="report-kind">
        <span>{words.kinds[kind]}</span>
        <span className="report-id" dir="auto">
          {document.caseTitle}
        </span>
      </p>
      <h1>
        <bdi>{document.title}</bdi>
      </h1>
      <p className="report-subtitle">{document.subtitle}</p>
      <dl className="report-imprint">
        <Imprint label={words.author} value={document.author} />
        <Imprint label={words.state} value={document.asOfWords} />
        <Imprint label={words.tlpMeaning} value={labels(lang).tlpMeanings[document.tlp]} />
      </dl>
    </header>
  );
}

/** Whose product it is, and its number. */
function House({ document }: { readonly document: ReportDocument }) {
  const { logo, organisation, number } = document.house;
  if (logo === null && organisation === '' && number === null) return null;
  return (
    <div className="report-house">
      {logo === null ? null : <img src={logo} alt={organisation} />}
      <p className="report-organisation" dir="auto">
        {organisation}
      </p>
      {number === null ? null : (
        <p className="report-number">
          <bdi>{number}</bdi>
        </p>
      )}
    </div>
  );
}

function Imprint({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd dir="auto">{value}</dd>
    </div>
  );
}
