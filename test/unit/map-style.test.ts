import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

// The style asks the page for its own address.
beforeAll(() => {
  vi.stubGlobal('location', { origin: 'app://cairn' });
  vi.stubGlobal('document', { baseURI: 'app://cairn/index.html' });
});
afterAll(() => vi.unstubAllGlobals());

const looks = (['light', 'dark', 'print'] as const).flatMap((theme) =>
  (['en', 'fr', 'ar'] as const).map((lang) => [theme, lang] as const),
);

describe('map style', () => {
  test.each(looks)(
    'given %s in %s, when made, then it is valid by the spec',
    async (theme, lang) => {
      const { mapStyle } = await import('../../renderer/map-kit/style.ts');
      expect(validateStyleMin(mapStyle(theme, lang))).toEqual([]);
    },
  );

  test('given the style, when its addresses are read, then all are of our own origin', async () => {
    const { mapStyle } = await import('../../renderer/map-kit/style.ts');
    const text = JSON.stringify(mapStyle('light', 'en'));
    const addresses = text.match(/[a-z]+:\/\/[^"]+/g) ?? [];
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((address) => !address.startsWith('app://cairn/'))).toEqual([]);
    expect(text).not.toContain('glyphs');
  });
});
