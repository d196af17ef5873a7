/**
 * Pages of a PDF against small pictures of them that were once looked at and kept.
 * They are grey and coarse (40 dots an inch): a figure that is missing, a column that slipped and a line that overprints
 * another are seen; a letter that another machine smooths otherwise is not.
 * `CAIRN_KEEP_PICTURES=1` writes them anew: look at each before it is committed.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { runtime } from '../../electron/setup/runtime.mjs';

const dotsPerInch = 40;
/** Of all dots of a page, 0 to 1: the stamp of its making is far below, a lost line with all that moves up far above. */
const mayDiffer = 0.02;
/** How far one dot may be from the other, 0 to 1: what smoothing does stays under it. */
const dotMayDiffer = 0.25;

const kept = join(import.meta.dirname, '../fixtures/reports');

export interface PageDifference {
  readonly page: number;
  /** Of all dots, 0 to 1. */
  readonly share: number;
}

function pictures(pdf: string): readonly Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-pages-'));
  try {
    execFileSync('pdftoppm', ['-r', `${dotsPerInch}`, '-gray', '-png', pdf, join(folder, 'p')]);
    return readdirSync(folder)
      .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
      .map((name) => readFileSync(join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** In sixteen shades a page takes a quarter of the bytes, and letters stay legible. */
function small(picture: Buffer): Buffer {
  const image = PNG.sync.read(picture);
  for (const [at, shade] of image.data.entries()) {
    if (at % 4 < 3) image.data[at] = Math.round(shade / 17) * 17;
  }
  return PNG.sync.write(image, { colorType: 0, filterType: 0, deflateLevel: 9 });
}

/** Share of dots that differ, 0 to 1, and a picture of them. Throws when the sizes differ. */
export function compare(one: Buffer, other: Buffer): { readonly share: number; diff: Buffer } {
  const [left, right] = [PNG.sync.read(one), PNG.sync.read(other)];
  const { width, height } = left;
  if (right.width !== width || right.height !== height) {
    throw new Error(`${width} × ${height} against ${right.width} × ${right.height}`);
  }
  const diff = new PNG({ width, height });
  const options = { threshold: dotMayDiffer };
  const count = pixelmatch(left.data, right.data, diff.data, width, height, options);
  return { share: count / (width * height), diff: PNG.sync.write(diff) };
}

/**
 * Pages of the PDF that do not look like those kept under this name; what they look like, and where they differ, is
 * written beside the pictures of failed tests. Throws when no picture is kept, or the number of pages changed.
 */
export function changedPages(pdf: string, stem: string): readonly PageDifference[] {
  const now = pictures(pdf);
  const of = (page: number) => join(kept, `${stem}-${page}.png`);
  if (process.env.CAIRN_KEEP_PICTURES === '1') {
    mkdirSync(kept, { recursive: true });
    for (const name of readdirSync(kept)) {
      if (new RegExp(`^${stem}-\\d+\\.png$`).test(name)) rmSync(join(kept, name));
    }
    for (const [at, picture] of now.entries()) writeFileSync(of(at + 1), small(picture));
  }
  const before = readdirSync(kept).filter((name) => new RegExp(`^${stem}-\\d+\\.png$`).test(name));
  if (before.length !== now.length) {
    throw new Error(`${stem}: ${now.length} pages, pictures are kept of ${before.length}`);
  }
  const found = join(runtime().appFolder, 'out', 'e2e');
  return now.flatMap((picture, at) => {
    const page = at + 1;
    const { share, diff } = compare(readFileSync(of(page)), picture);
    if (share <= mayDiffer) return [];
    mkdirSync(found, { recursive: true });
    writeFileSync(join(found, `${stem}-${page}.png`), picture);
    writeFileSync(join(found, `${stem}-${page}-diff.png`), diff);
    return [{ page, share }];
  });
}
