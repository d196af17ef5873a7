// The page that is printed: lays the report out, waits until letters and maps are there, says so.
import { useEffect, useState } from 'react';
import type { ReportDocument } from '../../shared/report/document.ts';
import type { ReportFormat } from '../../shared/report/format.ts';
import { sheets } from '../../shared/report/paper.ts';
import { call } from '../api/client.ts';
import { TextProvider } from '../text/index.tsx';
import { drawnPage } from './drawn-page.ts';
import { figurePictures } from './figure-pictures.ts';
import { fitToPage } from './fit-page.ts';
import './print-page.css';
import { ReportBody } from './report-body.tsx';
import { drawMaps, type MapPictures } from './use-map-pictures.ts';

interface Laid {
  readonly format: ReportFormat;
  readonly document: ReportDocument;
  readonly pictures: MapPictures;
}

export function PrintPage() {
  const [laid, setLaid] = useState<Laid>();
  useEffect(() => {
    void load().then(setLaid);
  }, []);
  useEffect(() => {
    if (laid !== undefined) void whenDrawn(laid);
  }, [laid]);
  if (laid === undefined) return null;
  return (
    <TextProvider lang={laid.document.lang}>
      <title>{laid.document.title}</title>
      {/* as wide as on paper, so that it can be measured */}
      <div style={{ width: `${sheets[laid.document.house.page].room.width}pt` }}>
        <ReportBody document={laid.document} pictures={laid.pictures} />
      </div>
    </TextProvider>
  );
}

/** The report may be long: whoever waits hears that something is done. */
function told(done: number, total: number): void {
  void call('print/drawn', { done, total });
}

async function load(): Promise<Laid> {
  const { document: report, format } = await call('print/document', {});
  return { format, document: report, pictures: await drawMaps(report, told) };
}

/** Between the margins, CSS pixels. */
function heightOf({ house }: ReportDocument): number {
  return (sheets[house.page].room.height * 96) / 72;
}

interface Decodable {
  readonly decode: () => Promise<void>;
}

/** Chromium decodes images of SVG as those of HTML; TypeScript's list of the DOM does not say so. */
function isDecodable(image: Element): image is Element & Decodable {
  return 'decode' in image;
}

/** Fonts and pictures must be decoded before the PDF is made, or they are missing in it. */
async function whenDrawn({ format, document: drawnIn, pictures }: Laid): Promise<void> {
  // laid out now, so that the letters it needs are asked for before they are waited for
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  const images = Array.from(document.querySelectorAll<Element>('image')).filter(isDecodable);
  const decoded = await Promise.allSettled(images.map((image) => image.decode()));
  const report = document.querySelector<HTMLElement>('.report');
  if (format === 'pdf' && report !== null) fitToPage(report, heightOf(drawnIn));
  const failed =
    [...pictures.values()].filter(({ state }) => state === 'failed').length +
    decoded.filter(({ status }) => status === 'rejected').length;
  const figures = format === 'docx' ? await figurePictures(drawnIn, pictures) : [];
  const article = format === 'html' ? document.querySelector<HTMLElement>('.report') : null;
  await call('print/ready', {
    failed,
    figures,
    ...(article === null ? {} : { page: await drawnPage(article, pictures) }),
  });
}
