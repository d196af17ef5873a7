export const datesEn = {};
