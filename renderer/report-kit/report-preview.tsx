// Sheets of paper on screen. The report is laid out once to be read aloud, once more broken into pages;
// each sheet shows its page of a copy, broken as the print is.
import { useLayoutEffect, useRef, useState } from 'react';
import type { ReportDocument } from '../../shared/report/document.ts';
import { sheets } from '../../shared/report/paper.ts';
import { useText } from '../text/index.tsx';
import { ReportBody } from './report-body.tsx';
import './report-preview.css';
import { ReportSheet } from './report-sheet.tsx';
import { useMapPictures } from './use-map-pictures.ts';
import { usePagedCopy } from './use-paged-copy.ts';

/** CSS pixels beside a sheet. */
const beside = 48;

export function ReportPreview({ document }: { readonly document: ReportDocument }) {
  const t = useText().reports;
  const pictures = useMapPictures(document);
  const desk = useRef<HTMLElement>(null);
  const measured = useRef<HTMLDivElement>(null);
  const flow = useRef<HTMLDivElement>(null);
  const sheet = sheets[document.house.page];
  const pages = usePagedCopy(measured, flow, sheet);
  const [zoom, setZoom] = useState(1);

  useLayoutEffect(() => {
    const box = desk.current;
    if (box === null) return undefined;
    const wide = (sheet.width * 96) / 72 + beside;
    const toWidth = () => setZoom(Math.min(1.1, Math.max(0.4, box.clientWidth / wide)));
    toWidth();
    const observer = new ResizeObserver(toWidth);
    observer.observe(box);
    return () => observer.disconnect();
  }, [sheet]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must get in
    <section ref={desk} className="report-desk" aria-label={t.preview} tabIndex={0}>
      <div className="report-measure" ref={measured} style={{ width: `${sheet.room.width}pt` }}>
        <ReportBody document={document} pictures={pictures} />
      </div>
      <div className="report-flow" ref={flow} aria-hidden="true" />
      <div className="report-sheets" aria-hidden="true">
        {pages === undefined
          ? null
          : Array.from({ length: pages.count }, (_, page) => (
              <ReportSheet
                // biome-ignore lint/suspicious/noArrayIndexKey: pages are known by their number
                key={page}
                {...{ document, sheet, pages, page, zoom, desk }}
              />
            ))}
      </div>
    </section>
  );
}
