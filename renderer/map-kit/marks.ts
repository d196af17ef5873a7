/**
 * Marks of incidents: a shape and a colour for each status and event type, so that neither a grey
 * printer nor a colour-blind reader loses the difference. Hollow marks stand for areas.
 */

import {
  actorCategory,
  colouredActors,
  type MapColouring,
  mapColourings,
  noCategory,
  otherCategory,
  tollCategories,
} from '../../shared/domain/map-colouring.ts';
import { eventTypes, incidentStatuses } from '../../shared/domain/vocabulary.ts';
import { assertNever } from '../../shared/lib/assert-never.ts';
import type { MapTheme } from './palette.ts';

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

const unknownMark: Mark = {
  category: noCategory,
  shape: 'down',
  light: '#5f6b73',
  dark: '#a7b3bb',
};

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
  unknownMark,
];

/** Darker on the light map, lighter on the dark one, the more people were killed. */
const tollMarks: readonly Mark[] = [
  ...(
    [
      ['circle', '#6c7a83', '#8f9ba3'],
      ['square', '#b3752b', '#d9b071'],
      ['diamond', '#b4521c', '#e8a05c'],
      ['triangle', '#a02c1c', '#f08a62'],
      ['hexagon', '#7f1524', '#ff8f8f'],
      ['star', '#4a0a2a', '#ffc2d4'],
    ] as const
  ).map(([shape, light, dark], at) => ({ category: tollCategories[at] ?? '', shape, light, dark })),
  unknownMark,
];

const actorMarks: readonly Mark[] = [
  ...(
    [
      ['circle', '#2468a8', '#79b4ea'],
      ['diamond', '#b4630a', '#e9a253'],
      ['triangle', '#1f6b45', '#66c294'],
      ['hexagon', '#8a3d92', '#d190d8'],
      ['star', '#a3271b', '#ee8577'],
      ['square', '#7b6400', '#d8bb4c'],
      ['cross', '#1f6b62', '#65c4b8'],
      ['down', '#8c2f5c', '#f29ac0'],
    ] as const
  ).map(([shape, light, dark], rank) => ({ category: actorCategory(rank), shape, light, dark })),
  { category: otherCategory, shape: 'circle', light: '#4d565c', dark: '#c1c9ce' },
  unknownMark,
];

/** Marks in the order of the vocabulary, for layers and legend. */
export function marksOf(by: MapColouring): readonly Mark[] {
  return { status: statusMarks, type: typeMarks, toll: tollMarks, actor: actorMarks }[by];
}

/** Every mark once, whatever it is coloured by. */
export function allMarks(): readonly Mark[] {
  const marks = new Map(mapColourings.flatMap(marksOf).map((mark) => [mark.category, mark]));
  return [...marks.values()];
}

/** Every category an incident can have, for the test that none lacks a mark. */
export function categoriesOf(by: MapColouring): readonly string[] {
  switch (by) {
    case 'status':
      return incidentStatuses;
    case 'type':
      return [...eventTypes, noCategory];
    case 'toll':
      return [...tollCategories, noCategory];
    case 'actor':
      return [
        ...Array.from({ length: colouredActors }, (_, rank) => actorCategory(rank)),
        otherCategory,
        noCategory,
      ];
  }
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
