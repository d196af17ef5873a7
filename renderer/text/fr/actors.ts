import type { actorsEn } from '../en/actors.ts';

export const actorsFr: typeof actorsEn = {};
