/** Languages of the interface and of reports. */
export type Lang = 'en' | 'fr';
export const langs = ['en', 'fr'] as const satisfies readonly Lang[];
