/** What a report can be written as; the ending of the file's name says which. */
export const reportFormats = ['pdf', 'html', 'docx'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Undefined for a name that ends otherwise. */
export function formatOfName(name: string): ReportFormat | undefined {
  const lower = name.toLowerCase();
  return reportFormats.find((format) => lower.endsWith(`.${format}`));
}
