// The page that is printed: lays the report out, waits until letters and maps are there, says so.
import { useEffect, useState } from 'react';
import type { ReportDocument } from '../../shared/report/document.ts';
import type { ReportFormat } from '../../shared/report/format.ts';
import { call } from '../api/client.ts';
import { TextProvider } from '../text/index.tsx';
import { drawnPage } from './drawn-page.ts';
import './print-page.css';
import { ReportBody } from './report-body.tsx';
import { drawMaps, type MapPictures } from './use-map-pictures.ts';

interface Laid {
  readonly format: ReportFormat;
  readonly document: ReportDocument;
  readonly pictures: MapPictures;
}

/** A screen shows less than paper, and the pictures lie inside the file. */
const dpiOf: { readonly [F in ReportFormat]: number } = { pdf: 300, html: 200 };

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
      <ReportBody document={laid.document} pictures={laid.pictures} />
    </TextProvider>
  );
}

async function load(): Promise<Laid> {
  const { document: report, format } = await call('print/document', {});
  return { format, document: report, pictures: await drawMaps(report, dpiOf[format]) };
}

/** Fonts and pictures must be decoded before the PDF is made, or they are missing in it. */
async function whenDrawn({ format, pictures }: Laid): Promise<void> {
  await document.fonts.ready;
  await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => undefined)));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const failed = [...pictures.values()].filter((picture) => picture.state === 'failed');
  const article = format === 'html' ? document.querySelector<HTMLElement>('.report') : null;
  await call('print/ready', {
    problems: failed.map(() => 'map'),
    ...(article === null ? {} : { page: await drawnPage(article, pictures) }),
  });
}
