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

  test.each(looks)(
    'given own maps of each kind, in %s and %s, then their layers are valid by the spec',
    async (theme, lang) => {
      const { layersFor, tileRoles, roleOf } = await import(
        '../../renderer/map-kit/own-map-layers.ts'
      );
      const { mapStyle } = await import('../../renderer/map-kit/style.ts');
      const layers = [
        'landcover',
        'water',
        'roads',
        'boundary',
        'building',
        'place_labels',
        'posts',
        'bridges',
      ];
      // one of each role at least
      expect(new Set(layers.map(roleOf)).size).toBe(tileRoles.length);
      const facts = {
        ...{
          bytes: 1,
          bounds: [-180, -85, 180, 85],
          minZoom: 0,
          maxZoom: 14,
          tileSize: 256,
          shapes: null,
        },
        ...{ attribution: '', fileName: 'x', isShown: true, isThere: true, name: 'x' },
      } as const;
      const base = mapStyle(theme, lang);
      for (const form of ['vector', 'raster', 'shapes'] as const) {
        const map = {
          ...facts,
          bounds: [...facts.bounds] as [number, number, number, number],
          id: form,
          form,
          layers,
          kind: 'mbtiles' as const,
        };
        const own = layersFor(map, theme, lang);
        expect(own.length).toBeGreaterThan(0);
        expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
        const source = {
          vector: { type: 'vector' as const, tiles: ['app://cairn/tiles/own/x/{z}/{x}/{y}'] },
          raster: { type: 'raster' as const, tiles: ['app://cairn/tiles/own/x/{z}/{x}/{y}'] },
          shapes: { type: 'geojson' as const, data: 'app://cairn/tiles/own/x.geojson' },
        }[form];
        const style = {
          ...base,
          sources: { ...base.sources, [`own-map:${form}`]: source },
          layers: [...base.layers, ...own],
        };
        expect(validateStyleMin(style)).toEqual([]);
      }
    },
  );
});
