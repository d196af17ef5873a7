/** Sheets of paper that reports are laid out for, in points (1/72 in). */

export const pageSizes = ['A4', 'Letter'] as const;
export type PageSize = (typeof pageSizes)[number];

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Between the margins. */
  readonly room: { readonly width: number; readonly height: number };
}

/** What the print is asked for, inches. */
export const marginInches = { top: 0.85, bottom: 0.8, left: 0.7, right: 0.7 } as const;

/**
 * The same in points as Chromium takes it: it cuts margins to whole points. The preview breaks pages
 * with these numbers, so they must be those of the print and not those of the standard.
 */
export const margins = { top: 61, bottom: 57, left: 50, right: 50 } as const;

function sheet(width: number, height: number): Sheet {
  const room = {
    width: width - margins.left - margins.right,
    height: height - margins.top - margins.bottom,
  };
  return { width, height, room };
}

/** A4 is 595.28 by 841.89; Chromium 130 makes it a point larger. */
export const sheets: { readonly [S in PageSize]: Sheet } = {
  A4: sheet(596, 843),
  Letter: sheet(612, 792),
};
