export const incidentsEn = {};
