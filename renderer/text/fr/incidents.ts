import type { incidentsEn } from '../en/incidents.ts';

export const incidentsFr: typeof incidentsEn = {};
