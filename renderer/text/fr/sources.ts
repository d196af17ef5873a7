import type { sourcesEn } from '../en/sources.ts';

export const sourcesFr: typeof sourcesEn = {};
