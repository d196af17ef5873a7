/** Shapes that several commands print. */

export const emptyCounts = {
  added: 0,
  updated: 0,
  unchanged: 0,
  conflicting: 0,
  skipped: 0,
  failed: 0,
} as const;
