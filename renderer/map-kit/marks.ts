/**
 * Marks of incidents: a shape and a colour for each status and event type, so that neither a grey
 * printer nor a colour-blind reader loses the difference. Hollow marks stand for areas.
 */

import { eventTypes, incidentStatuses } from '../../shared/domain/vocabulary.ts';
import { assertNever } from '../../shared/lib/assert-never.ts';
import type { MapTheme } from './palette.ts';
import type { ColourBy } from './points.ts';

export type MarkShape =
  | 'circle'
  | 'diamond'
  | 'square'
  | 'triangle'
  | 'star'
  | 'hexagon'
  | 'cross'
  | 'down';

export interface Mark {
  readonly category: string;
  readonly shape: MarkShape;
  readonly light: string;
  readonly dark: string;
}

const statusMarks: readonly Mark[] = [
  { category: 'reported', shape: 'circle', light: '#5f6b73', dark: '#a7b3bb' },
  { category: 'claimed', shape: 'diamond', light: '#b4630a', dark: '#e9a253' },
  { category: 'corroborated', shape: 'square', light: '#2468a8', dark: '#79b4ea' },
  { category: 'confirmed', shape: 'triangle', light: '#1f6b45', dark: '#66c294' },
  { category: 'disputed', shape: 'hexagon', light: '#8a3d92', dark: '#d190d8' },
  { category: 'refuted', shape: 'cross', light: '#3b3733', dark: '#c9c3ba' },
];

const typeMarks: readonly Mark[] = [
  { category: 'Battles', shape: 'triangle', light: '#a3271b', dark: '#ee8577' },
  { category: 'Explosions/Remote violence', shape: 'star', light: '#b4630a', dark: '#e9a253' },
  { category: 'Violence against civilians', shape: 'diamond', light: '#7a2f86', dark: '#d190d8' },
  { category: 'Protests', shape: 'circle', light: '#2468a8', dark: '#79b4ea' },
  { category: 'Riots', shape: 'square', light: '#7b6400', dark: '#d8bb4c' },
  { category: 'Strategic developments', shape: 'hexagon', light: '#1f6b62', dark: '#65c4b8' },
  { category: 'none', shape: 'down', light: '#5f6b73', dark: '#a7b3bb' },
];

/** Marks in the order of the vocabulary, for layers and legend. */
export function marksOf(by: ColourBy): readonly Mark[] {
  return by === 'status' ? statusMarks : typeMarks;
}

/** Every category a point can have, for the test that none lacks a mark. */
export function categoriesOf(by: ColourBy): readonly string[] {
  return by === 'status' ? incidentStatuses : [...eventTypes, 'none'];
}

export function markColour(mark: Mark, theme: MapTheme): string {
  return theme === 'dark' ? mark.dark : mark.light;
}

function corners(count: number, radius: number, turn: number, inner = radius): string {
  const points = Array.from({ length: count }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / count + turn;
    const reach = corner % 2 === 0 ? radius : inner;
    return `${(12 + reach * Math.sin(angle)).toFixed(2)} ${(12 - reach * Math.cos(angle)).toFixed(2)}`;
  });
  return `M${points.join('L')}Z`;
}

/** Outline in a box of 24 by 24, for SVG and canvas alike. */
export function markPath(shape: MarkShape): string {
  switch (shape) {
    case 'circle':
      return 'M12 5a7 7 0 1 1 0 14a7 7 0 1 1 0-14Z';
    case 'diamond':
      return corners(4, 8.8, 0);
    case 'square':
      return corners(4, 8.8, Math.PI / 4);
    case 'triangle':
      return corners(3, 9.2, 0);
    case 'down':
      return corners(3, 9.2, Math.PI);
    case 'star':
      return corners(10, 9.8, 0, 5.2);
    case 'hexagon':
      return corners(6, 8.2, 0);
    case 'cross':
      return 'M7 4l5 5l5-5l3 3l-5 5l5 5l-3 3l-5-5l-5 5l-3-3l5-5l-5-5Z';
    default:
      return assertNever(shape, 'shape of a mark');
  }
}

/** Name of a clear image of the size of a cluster's circle. */
export const clusterBox = 'cluster-box';

export function markImageName(category: string, isHollow: boolean): string {
  return `mark:${category}:${isHollow ? 'hollow' : 'solid'}`;
}
