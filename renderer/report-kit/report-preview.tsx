// Sheets of paper on screen. The body is laid out once to be measured and read aloud; each sheet then
// shows its part of a copy. The PDF is broken by Chromium itself, by the same rules.
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { tlpText } from '../../shared/domain/tlp.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import { reportText } from '../../shared/report/report-text.ts';
import { useText } from '../text/index.tsx';
import { type Atom, pageStarts } from './page-breaks.ts';
import { ReportBody } from './report-body.tsx';
import './report-preview.css';
import { useMapPictures } from './use-map-pictures.ts';

/** More sheets than these are counted, not drawn: each holds a copy of the whole body. */
const mostSheets = 12;

interface Pages {
  readonly starts: readonly number[];
  readonly height: number;
}

export function ReportPreview({ document }: { readonly document: ReportDocument }) {
  const t = useText().reports;
  const pictures = useMapPictures(document);
  const desk = useRef<HTMLElement>(null);
  const measured = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<Pages>({ starts: [0], height: 0 });
  const [zoom, setZoom] = useState(1);

  useLayoutEffect(() => {
    const body = measured.current;
    if (body === null) return undefined;
    const observer = new ResizeObserver(() => setPages(measure(body, room.current)));
    observer.observe(body);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const box = desk.current;
    if (box === null) return undefined;
    const sheetWidth = 794 + 48;
    const toWidth = () => setZoom(Math.min(1.1, Math.max(0.4, box.clientWidth / sheetWidth)));
    toWidth();
    const observer = new ResizeObserver(toWidth);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  const { starts, height } = pages;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must get in
    <section ref={desk} className="report-desk" aria-label={t.preview} tabIndex={0}>
      <div className="report-measure" ref={measured}>
        <ReportBody document={document} pictures={pictures} />
      </div>
      <div className="report-room" ref={room} aria-hidden="true" />
      <div className="report-sheets" style={{ zoom }} aria-hidden="true">
        {starts.slice(0, mostSheets).map((start, index) => (
          <Sheet
            key={start}
            document={document}
            page={index + 1}
            pages={starts.length}
            shown={(starts[index + 1] ?? height) - start}
          >
            <div style={{ marginTop: `${-start}px` }}>
              <ReportBody document={document} pictures={pictures} />
            </div>
          </Sheet>
        ))}
        {starts.length > mostSheets ? (
          <p className="report-more">{t.morePages(starts.length - mostSheets)}</p>
        ) : null}
      </div>
    </section>
  );
}

function measure(body: HTMLElement, room: HTMLElement | null): Pages {
  const origin = body.getBoundingClientRect().top;
  const atoms = Array.from(body.querySelectorAll<HTMLElement>('[data-atom]'), (element): Atom => {
    const box = element.getBoundingClientRect();
    return {
      top: box.top - origin,
      bottom: box.bottom - origin,
      isHead: element.dataset.atom === 'head',
    };
  });
  const height = body.getBoundingClientRect().height;
  return { starts: pageStarts(atoms, height, room?.clientHeight ?? 0), height };
}

interface SheetProps {
  readonly document: ReportDocument;
  readonly page: number;
  readonly pages: number;
  /** Height of its part, CSS pixels. */
  readonly shown: number;
  readonly children: ReactNode;
}

function Sheet({ document, page, pages, shown, children }: SheetProps) {
  const { frame } = document;
  return (
    <div className="report-sheet">
      <div className="report-sheet-head">
        <span>
          {document.invented ? <strong>{frame.inventedWarning}</strong> : null}
          {reportText(document.lang).kinds[document.kind]} · {frame.productId} ·{' '}
          {document.asOfWords}
        </span>
        <Label document={document} />
      </div>
      <div className="report-sheet-body" style={{ height: `${shown}px` }}>
        {children}
      </div>
      <div className="report-sheet-foot">
        <span>
          {frame.page} {page} {frame.of} {pages} · {frame.notVerified}
        </span>
        <Label document={document} />
      </div>
    </div>
  );
}

function Label({ document }: { readonly document: ReportDocument }) {
  return (
    <span className="report-tlp" data-tlp={document.tlp}>
      {tlpText(document.tlp)}
    </span>
  );
}
