// What the print page drew, as text: for a report saved as one HTML file.
import type { DrawnPage } from '../../shared/report/html-file.ts';
import markdownStyle from '../record-kit/markdown.css?inline';
import briefStyle from './brief.css?inline';
import fileStyle from './html-file.css?inline';
import { asData, scaled } from './picture-data.ts';
import reportStyle from './report.css?inline';
import type { MapPictures } from './use-map-pictures.ts';

/** A screen shows less than paper, and the pictures lie inside the file: 200 dpi of 300. */
const screenShare = 2 / 3;

/**
 * The article of the page with its pictures as data inside it, and its style.
 * Call when letters and pictures are there. Throws where a picture cannot be read.
 */
export async function drawnPage(article: HTMLElement, pictures: MapPictures): Promise<DrawnPage> {
  const copy = article.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error('A copy of an element is an element.');
  const blobs = blobsOf(pictures);
  for (const image of copy.querySelectorAll('image')) {
    const blob = blobs.get(image.getAttribute('href') ?? '');
    if (blob === undefined) image.remove();
    else image.setAttribute('href', await asData(await scaled(blob, screenShare)));
  }
  return {
    body: copy.outerHTML,
    style: [reportStyle, briefStyle, markdownStyle, fileStyle].join('\n'),
  };
}

/** Pictures of maps by their addresses in this page. */
export function blobsOf(pictures: MapPictures): ReadonlyMap<string, Blob> {
  const drawn = [...pictures.values()].flatMap((picture) =>
    picture.state === 'drawn'
      ? [picture, ...(picture.inset === undefined ? [] : [picture.inset])]
      : [],
  );
  return new Map(drawn.map(({ url, png }) => [url, png]));
}
