import type { datesEn } from '../en/dates.ts';

export const datesFr: typeof datesEn = {};
