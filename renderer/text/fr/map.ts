import type { mapEn } from '../en/map.ts';

export const mapFr: typeof mapEn = {};
