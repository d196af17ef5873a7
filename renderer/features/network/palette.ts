// Colours of the picture, for WebGL, canvas and SVG alike. After Okabe and Ito; groups also have numbers.
export interface NetPalette {
  readonly ground: string;
  readonly text: string;
  readonly soft: string;
  readonly edge: string;
  readonly relation: string;
  readonly dim: string;
  readonly chosen: string;
  readonly way: string;
  readonly incident: string;
  readonly alone: string;
  /** Of groups 1 to 8. */
  readonly groups: readonly string[];
  /** Of all further groups. */
  readonly others: string;
}

const light: NetPalette = {
  ...{ ground: '#fdfcfa', text: '#1e1c19', soft: '#55514a', edge: '#bdb7ac', relation: '#6a3d1c' },
  ...{ dim: '#e9e6df', chosen: '#155e7b', way: '#a3301d', incident: '#55514a', alone: '#8d887e' },
  groups: ['#b5530a', '#4b9cd3', '#00725a', '#d9a900', '#20466f', '#c77aa5', '#6a3d1c', '#7a5ea8'],
  others: '#8d887e',
};

const dark: NetPalette = {
  ...{ ground: '#211f1d', text: '#eceae4', soft: '#b9b4aa', edge: '#5a554e', relation: '#d9b08a' },
  ...{ dim: '#302d2a', chosen: '#78bdd8', way: '#f2917f', incident: '#b9b4aa', alone: '#8d887e' },
  groups: ['#e0803a', '#5fb0e5', '#1d9c7d', '#e0b100', '#6d8fd0', '#d995bb', '#b08458', '#a98bd6'],
  others: '#8d887e',
};

export function paletteOf(theme: 'light' | 'dark'): NetPalette {
  return theme === 'dark' ? dark : light;
}

/** Colour of a group by its number, 0 for none. */
export function groupColour(palette: NetPalette, group: number): string {
  if (group === 0) return palette.alone;
  return palette.groups[group - 1] ?? palette.others;
}
