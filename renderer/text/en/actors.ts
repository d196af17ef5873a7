export const actorsEn = {};
