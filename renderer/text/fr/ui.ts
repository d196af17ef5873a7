import type { uiEn } from '../en/ui.ts';

export const uiFr: typeof uiEn = {};
