/** How the reports of a house look: kept in the case, set aside where a report says otherwise. */
import { z } from 'zod';
import { contrastOnWhite } from '../lib/contrast.ts';
import { pngSize } from '../lib/png-size.ts';
import { pageSizes } from './paper.ts';

/** Pixels of a logo; it is drawn at most 45 by 14 mm, so this is some 300 to the inch. */
export const logoMost = { width: 600, height: 240 } as const;
/** Letters of the logo as a `data:` address: some 150 KB. */
export const logoLetters = 200_000;
export const logoStart = 'data:image/png;base64,';

/** Least contrast with paper: of letters (WCAG 1.4.3), and of lines (1.4.11). */
export const leastContrast = { accent: 4.5, rule: 3 } as const;

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The first 24 bytes of base64; neither side has a decoder in common. */
function firstBytes(base64: string): Uint8Array {
  const bits = [...base64.slice(0, 32)]
    .map((digit) => digits.indexOf(digit).toString(2).padStart(6, '0'))
    .join('');
  return Uint8Array.from({ length: 24 }, (_, at) =>
    Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2),
  );
}

/** Pixels of a logo; undefined when it is no PNG, or one larger than wanted. */
export function logoSize(logo: string) {
  if (!logo.startsWith(logoStart)) return undefined;
  const base64 = logo.slice(logoStart.length);
  if (!/^[A-Za-z0-9+/]{32,}={0,2}$/.test(base64)) return undefined;
  const size = pngSize(firstBytes(base64));
  if (size === undefined || size.width === 0 || size.height === 0) return undefined;
  return size.width <= logoMost.width && size.height <= logoMost.height ? size : undefined;
}

export const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/);
export const logoSchema = z
  .string()
  .max(logoLetters)
  .refine((logo) => logoSize(logo) !== undefined, {
    message: `not a PNG of at most ${logoMost.width} by ${logoMost.height} pixels`,
  });

/** The style as it is kept; null where the house says nothing. */
export const houseStyleSchema = z.strictObject({
  organisation: z.string().max(200).nullable(),
  author: z.string().max(200).nullable(),
  /** Pattern of product numbers, see `product-number.ts`. */
  number: z.string().max(60).nullable(),
  page: z.enum(pageSizes).nullable(),
  lang: z.enum(['en', 'fr']).nullable(),
  /** Of headings; and of lines. Lower-case `#rrggbb`. */
  accent: colourSchema.nullable(),
  rule: colourSchema.nullable(),
  logo: logoSchema.nullable(),
});
export type HouseStyle = z.infer<typeof houseStyleSchema>;

export const noHouseStyle: HouseStyle = {
  organisation: null,
  author: null,
  number: null,
  page: null,
  lang: null,
  accent: null,
  rule: null,
  logo: null,
};

/** What one report says otherwise. */
export const ownStyleSchema = z.strictObject({
  author: z.string().min(1).max(200).optional(),
  number: z.string().min(1).max(60).optional(),
  page: z.enum(pageSizes).optional(),
});
export type OwnStyle = z.infer<typeof ownStyleSchema>;

/** How a report is dressed; a kept one keeps this. */
export const dressSchema = z.strictObject({
  organisation: z.string(),
  /** Product number; null: none was given. */
  number: z.string().nullable(),
  page: z.enum(pageSizes),
  accent: colourSchema.nullable(),
  rule: colourSchema.nullable(),
  logo: logoSchema.nullable(),
});
export type Dress = z.infer<typeof dressSchema>;

export const plainDress: Dress = {
  organisation: '',
  number: null,
  page: 'A4',
  accent: null,
  rule: null,
  logo: null,
};

/** The dress of a report: what it says itself goes before what the house says. */
export function dressOf(house: HouseStyle, own: OwnStyle = {}): Dress {
  const { organisation, page, accent, rule, logo } = house;
  return {
    organisation: organisation ?? '',
    number: own.number ?? null,
    page: own.page ?? page ?? 'A4',
    accent,
    rule,
    logo,
  };
}

/** Colours that would be hard to see on paper. */
export function faintColours(style: Pick<HouseStyle, 'accent' | 'rule'>): ('accent' | 'rule')[] {
  return (['accent', 'rule'] as const).filter((name) => {
    const colour = style[name];
    return colour !== null && contrastOnWhite(colour) < leastContrast[name];
  });
}
