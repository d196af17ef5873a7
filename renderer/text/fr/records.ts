import type { recordsEn } from '../en/records.ts';

export const recordsFr: typeof recordsEn = {};
