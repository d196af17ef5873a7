// What the print page drew, as text: for a report saved as one HTML file.
import type { DrawnPage } from '../../shared/report/html-file.ts';
import markdownStyle from '../record-kit/markdown.css?inline';
import barsStyle from './bars-figure.css?inline';
import fileStyle from './html-file.css?inline';
import reportStyle from './report.css?inline';
import type { MapPictures } from './use-map-pictures.ts';

/**
 * The article of the page with its pictures as data inside it, and its style.
 * Call when letters and pictures are there. Throws where a picture cannot be read.
 */
export async function drawnPage(article: HTMLElement, pictures: MapPictures): Promise<DrawnPage> {
  const copy = article.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error('A copy of an element is an element.');
  const blobs = new Map(
    [...pictures.values()].flatMap((picture) =>
      picture.state === 'drawn' ? [[picture.url, picture.png] as const] : [],
    ),
  );
  for (const image of copy.querySelectorAll('img')) {
    const blob = blobs.get(image.src);
    if (blob === undefined) image.remove();
    else image.src = await asData(blob);
  }
  return {
    body: copy.outerHTML,
    style: [reportStyle, barsStyle, markdownStyle, fileStyle].join('\n'),
  };
}

function asData(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('A picture could not be read.'));
    reader.readAsDataURL(blob);
  });
}
