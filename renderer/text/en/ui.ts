export const uiEn = {};
