import type { reportsEn } from '../en/reports.ts';

export const reportsFr: typeof reportsEn = {};
