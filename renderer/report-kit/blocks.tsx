import { assertNever } from '../../shared/lib/assert-never.ts';
import type { ReportBlock } from '../../shared/report/document.ts';
import type { Lang } from '../../shared/text/lang.ts';
import { SafeMarkdown } from '../record-kit/markdown.tsx';
import { BarsFigure } from './bars-figure.tsx';
import { RangesFigure, RanksFigure } from './line-bars.tsx';
import { MapFigure } from './map-figure.tsx';
import { markPlugin } from './mark-plugin.ts';
import { NetworkFigure } from './network-figure.tsx';
import { Marks, Runs } from './runs.tsx';
import type { MapPicture } from './use-map-pictures.ts';

type BlockOf<T extends ReportBlock['type']> = Extract<ReportBlock, { type: T }>;

interface BlockProps {
  readonly block: ReportBlock;
  readonly lang: Lang;
  readonly picture: MapPicture | undefined;
}

/** One block. Whatever must not be torn by a page's end carries `data-atom`. */
export function Block({ block, lang, picture }: BlockProps) {
  switch (block.type) {
    case 'heading':
      return block.level === 2 ? (
        <h2 data-atom="head">{block.text}</h2>
      ) : (
        <h3 data-atom="head">{block.text}</h3>
      );
    case 'paragraph':
      return (
        <p className={block.tone === 'quiet' ? 'report-quiet' : undefined} data-atom="" dir="auto">
          <Runs runs={block.runs} />
        </p>
      );
    case 'markdown':
      return <Written block={block} />;
    case 'facts':
      return <Facts block={block} />;
    case 'boxes':
      return <Boxes block={block} />;
    case 'table':
      return <Table block={block} />;
    case 'map':
      return <MapFigure block={block} lang={lang} picture={picture} />;
    case 'bullets':
      return <Bullets block={block} />;
    case 'bars':
      return <BarsFigure block={block} lang={lang} />;
    case 'ranges':
      return <RangesFigure block={block} lang={lang} />;
    case 'ranks':
      return <RanksFigure block={block} lang={lang} />;
    case 'network':
      return <NetworkFigure block={block} lang={lang} />;
    case 'sources':
      return <Sources block={block} />;
    default:
      return assertNever(block, 'block');
  }
}

const extra = [markPlugin];

function Written({ block }: { readonly block: BlockOf<'markdown'> }) {
  return (
    <div className={block.caption === null ? 'report-lead' : 'report-note'}>
      {block.caption === null ? null : (
        <p className="report-note-head" data-atom="head">
          {block.caption}
        </p>
      )}
      <SafeMarkdown text={block.text} extra={extra} hasHeadings />
    </div>
  );
}

function Facts({ block }: { readonly block: BlockOf<'facts'> }) {
  return (
    <dl className="report-facts">
      {block.rows.map((row) => (
        <div key={row.label} data-atom="">
          <dt>{row.label}</dt>
          <dd dir="auto">
            <Runs runs={row.runs} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Boxes({ block }: { readonly block: BlockOf<'boxes'> }) {
  return (
    <div className="report-boxes" data-atom="">
      {block.boxes.map((box) => (
        <section key={box.kind} className="report-box" data-kind={box.kind}>
          <h3>{box.title}</h3>
          <ul>
            {box.lines.map((line) => (
              <li key={line.text} dir="auto">
                <bdi>{line.text}</bdi>
                <Marks marks={line.marks} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Bullets({ block }: { readonly block: BlockOf<'bullets'> }) {
  return (
    <ul className="report-bullets">
      {block.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items never move within one document
        <li key={index} data-atom="" dir="auto">
          <Runs runs={[item]} />
        </li>
      ))}
    </ul>
  );
}

function Table({ block }: { readonly block: BlockOf<'table'> }) {
  return (
    <>
      <table className="report-table">
        <caption className="u-visually-hidden">{block.caption}</caption>
        <colgroup>
          {block.columns.map((column) => (
            <col key={column.label} style={{ width: `${column.width ?? 10}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr data-atom="head">
            {block.columns.map((column) => (
              <th key={column.label} scope="col" data-align={column.align}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never move within one document
            <tr key={index} data-atom="">
              {row.map((cell, column) => (
                <td key={block.columns[column]?.label ?? column} data-align={cell.align}>
                  <bdi>{cell.text}</bdi>
                  <Marks marks={cell.marks} mayWrap={cell.align === 'end'} />
                  {cell.sub === undefined || cell.sub === '' ? null : (
                    <span className="report-sub">
                      <bdi>{cell.sub}</bdi>
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {block.note === null ? null : (
        <p className="report-quiet" data-atom="">
          {block.note}
        </p>
      )}
    </>
  );
}

function Sources({ block }: { readonly block: BlockOf<'sources'> }) {
  return (
    <section className="report-sources">
      <h2 data-atom="head">{block.title}</h2>
      <ol>
        {block.items.map((item) => (
          <li key={item.number} value={item.number} data-atom="">
            <span className="report-source-number">[{item.number}]</span>
            <span>
              <bdi>{item.title}</bdi> <bdi>{item.text}</bdi>
              {item.url === null ? null : <span className="report-url"> {item.url}</span>}
              {item.quotes.map((words) => (
                <span key={words} className="report-quote" dir="auto">
                  {words}
                </span>
              ))}
            </span>
            <span className="report-grade">{item.grade}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
