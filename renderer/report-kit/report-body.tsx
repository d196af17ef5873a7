// A report on paper: the same body for the preview and for the print page.
import type { ReportDocument } from '../../shared/report/document.ts';
import { reportText } from '../../shared/report/report-text.ts';
import { labels } from '../../shared/text/index.ts';
import { Block } from './blocks.tsx';
import './report.css';
import type { MapPictures } from './use-map-pictures.ts';

export interface ReportBodyProps {
  readonly document: ReportDocument;
  /** Pictures of its maps, by index of block. */
  readonly pictures: MapPictures;
}

/** Everything but header and footer, as wide as the paper between its margins. */
export function ReportBody({ document, pictures }: ReportBodyProps) {
  const { lang } = document;
  return (
    <article className="report" lang={lang} dir="ltr">
      <Masthead document={document} />
      {document.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks never move within one document
        <Block key={index} block={block} lang={lang} picture={pictures.get(index)} />
      ))}
    </article>
  );
}

function Masthead({ document }: { readonly document: ReportDocument }) {
  const { lang, frame, kind } = document;
  const words = reportText(lang);
  return (
    <header className="report-masthead">
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

function Imprint({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd dir="auto">{value}</dd>
    </div>
  );
}
