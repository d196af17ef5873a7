/** Colours of the base map. The print palette is for white paper and survives a grey printer. */
export type MapTheme = 'light' | 'dark' | 'print';

export interface Palette {
  readonly sea: string;
  readonly land: string;
  readonly river: string;
  readonly coast: string;
  readonly border: string;
  readonly region: string;
  readonly province: string;
  readonly place: string;
  readonly placeDot: string;
  readonly areaLabel: string;
  readonly countryLabel: string;
  /** Around letters and marks, to lift them off the map. */
  readonly halo: string;
  readonly cluster: string;
  readonly clusterText: string;
  readonly select: string;
  readonly uncertain: string;
}

const light: Palette = {
  sea: '#cfdbe1',
  land: '#f5f2eb',
  river: '#a7c0cf',
  coast: '#8fa6b2',
  border: '#7d7262',
  region: '#a99f8d',
  province: '#c3baa9',
  place: '#3c3832',
  placeDot: '#6a6358',
  areaLabel: '#736956',
  countryLabel: '#574d3c',
  halo: '#faf8f4',
  cluster: '#37434b',
  clusterText: '#ffffff',
  select: '#155e7b',
  uncertain: '#155e7b',
};

const dark: Palette = {
  sea: '#14191c',
  land: '#262421',
  river: '#3a4a54',
  coast: '#4f5d65',
  border: '#9a9080',
  region: '#6b6458',
  province: '#4d483f',
  place: '#d9d4ca',
  placeDot: '#a8a195',
  areaLabel: '#a59c8b',
  countryLabel: '#c9bfab',
  halo: '#1c1a18',
  cluster: '#d6d0c4',
  clusterText: '#1d1b18',
  select: '#6cc0e0',
  uncertain: '#6cc0e0',
};

const print: Palette = {
  ...light,
  sea: '#dde6ea',
  land: '#ffffff',
  region: '#9a9180',
  province: '#b8af9e',
  halo: '#ffffff',
};

export function paletteOf(theme: MapTheme): Palette {
  return { light, dark, print }[theme];
}

/** Letters on a colour `#rrggbb`: dark ones on a light ground. */
export function textOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(colour.slice(at, at + 2), 16),
  );
  const brightness = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  return brightness > 0.5 ? '#1d1b18' : '#ffffff';
}
