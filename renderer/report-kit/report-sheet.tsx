import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { tlpText } from '../../shared/domain/tlp.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import { productLine } from '../../shared/report/frame.ts';
import type { Sheet } from '../../shared/report/paper.ts';
import { type PagedCopy, pageStep } from './paged-copy.ts';

interface SheetProps {
  readonly document: ReportDocument;
  readonly sheet: Sheet;
  readonly pages: PagedCopy;
  /** From 0. */
  readonly page: number;
  readonly zoom: number;
  readonly desk: RefObject<HTMLElement | null>;
}

/** One page of paper. Its part of the report is there only while it is near what is seen. */
export function ReportSheet({ document, sheet, pages, page, zoom, desk }: SheetProps) {
  const { frame } = document;
  const place = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (place.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.at(-1)?.isIntersecting ?? false),
      { root: desk.current, rootMargin: '100% 0px' },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [desk]);
  useLayoutEffect(() => {
    if (!isNear) {
      body.current?.replaceChildren();
      return;
    }
    const copy = pages.body.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return;
    copy.style.transform = `translateX(${-page * pageStep(sheet)}px)`;
    body.current?.replaceChildren(copy);
  }, [isNear, pages, page, sheet]);
  return (
    // scaled as a whole: a zoom of its own would break the lines elsewhere
    <div
      ref={place}
      className="report-place"
      style={{ width: `${sheet.width * zoom}pt`, height: `${sheet.height * zoom}pt` }}
    >
      <div
        className="report-sheet"
        style={{
          width: `${sheet.width}pt`,
          height: `${sheet.height}pt`,
          transform: `scale(${zoom})`,
        }}
      >
        <div className="report-sheet-head">
          <span>
            {document.invented ? <strong>{frame.inventedWarning}</strong> : null}
            {[...productLine(document), document.asOfWords].join(' · ')}
          </span>
          <Label document={document} />
        </div>
        <div
          ref={body}
          className="report-sheet-body"
          style={{ width: `${sheet.room.width}pt`, height: `${sheet.room.height}pt` }}
        />
        <div className="report-sheet-foot">
          <span>
            {frame.page} {page + 1} {frame.of} {pages.count} · {frame.notVerified}
          </span>
          <Label document={document} />
        </div>
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
