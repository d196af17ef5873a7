/** Label fonts of the map, shipped with the app: the same letters on every laptop, no glyph server. */

import cyrillicRegular from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2?url';
import cyrillicBold from '@fontsource/noto-sans/files/noto-sans-cyrillic-700-normal.woff2?url';
import latinItalic from '@fontsource/noto-sans/files/noto-sans-latin-400-italic.woff2?url';
import latinRegular from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latinBold from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff2?url';
import extendedItalic from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-italic.woff2?url';
import extendedRegular from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import extendedBold from '@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff2?url';
import latinRanges from '@fontsource/noto-sans/unicode.json';
import arabicRegular from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?url';
import arabicBold from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal.woff2?url';
import arabicRanges from '@fontsource/noto-sans-arabic/unicode.json';
import type { StyleSpecification } from 'maplibre-gl';

export const regular = ['Noto Sans Regular'];
export const italic = ['Noto Sans Italic'];
export const bold = ['Noto Sans Bold'];

/** Addresses for the map's own loader, which knows only absolute ones. */
function face(address: string, ranges: string) {
  const url = new URL(address, document.baseURI).href;
  return { url, 'unicode-range': ranges.split(',') };
}

/** The style's `font-faces`: which file holds which letters. */
export function fontFaces(): NonNullable<StyleSpecification['font-faces']> {
  return {
    'Noto Sans Regular': [
      face(latinRegular, latinRanges.latin),
      face(extendedRegular, latinRanges['latin-ext']),
      face(cyrillicRegular, latinRanges.cyrillic),
      face(arabicRegular, arabicRanges.arabic),
    ],
    'Noto Sans Italic': [
      face(latinItalic, latinRanges.latin),
      face(extendedItalic, latinRanges['latin-ext']),
      face(arabicRegular, arabicRanges.arabic),
    ],
    'Noto Sans Bold': [
      face(latinBold, latinRanges.latin),
      face(extendedBold, latinRanges['latin-ext']),
      face(cyrillicBold, latinRanges.cyrillic),
      face(arabicBold, arabicRanges.arabic),
    ],
  };
}
