export const recordsEn = {};
