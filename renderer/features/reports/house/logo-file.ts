/** A picture chosen as the logo, drawn anew: whatever else its file held is left behind. */
import { logoLetters, logoMost } from '../../../../shared/report/house-style.ts';

export type LogoProblem = 'unreadable' | 'heavy';
export type LogoAnswer = { readonly logo: string } | { readonly problem: LogoProblem };

/** More than any logo has; a picture of this size is not decoded. */
const mostBytes = 10_000_000;
/** Smaller than this nobody reads it. */
const leastWidth = 60;

/** A PNG of bounded size as a `data:` address, or why there is none. */
export async function logoOf(file: Blob): Promise<LogoAnswer> {
  if (file.size > mostBytes) return { problem: 'heavy' };
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return { problem: 'unreadable' };
  }
  try {
    const fit = Math.min(1, logoMost.width / picture.width, logoMost.height / picture.height);
    for (
      let scale = fit;
      picture.width * scale >= Math.min(leastWidth, picture.width * fit);
      scale *= 0.7
    ) {
      const logo = drawn(picture, scale);
      if (logo.length <= logoLetters) return { logo };
    }
    return { problem: 'heavy' };
  } finally {
    picture.close();
  }
}

function drawn(picture: ImageBitmap, scale: number): string {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(picture.width * scale));
  canvas.height = Math.max(1, Math.floor(picture.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('There is no place to draw the logo on.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}
