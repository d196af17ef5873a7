import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { filePurposes } from '../../shared/contract/shell-calls.ts';
import { type ShellText, shellText } from '../../shared/text/shell.ts';

export type FilePurpose = (typeof filePurposes)[number];

interface Plan {
  readonly save: boolean;
  readonly filters: readonly FileFilter[];
}

/** What opens as a text of a source; pictures, sounds and films are kept as attachments. */
const sourceExtensions = ['txt', 'md', 'html', 'htm', 'xhtml', 'pdf', 'docx'] as const;
const mediaExtensions = [
  'png',
  'jpg',
  'jpeg',
  'gif',
  'webp',
  'mp4',
  'webm',
  'mov',
  'mp3',
  'm4a',
  'ogg',
  'wav',
] as const;

function planOf(purpose: FilePurpose, text: ShellText): Plan {
  const cases = { name: text.cases, extensions: ['cairn'] };
  const packs = { name: text.packs, extensions: ['cairnpack', 'age'] };
  const all = { name: text.allFiles, extensions: ['*'] };
  switch (purpose) {
    case 'open-case':
      return { save: false, filters: [cases, all] };
    case 'new-case':
    case 'save-copy':
      return { save: true, filters: [cases] };
    case 'import-pack':
      return { save: false, filters: [packs, all] };
    case 'import-table':
      return {
        save: false,
        filters: [
          {
            name: text.incidentFiles,
            extensions: [
              ...['csv', 'tsv', 'txt', 'xlsx', 'xls', 'ods', 'zip'],
              ...['geojson', 'json', 'kml', 'kmz'],
            ],
          },
          all,
        ],
      };
    case 'failed-rows':
      return { save: true, filters: [{ name: text.tables, extensions: ['csv'] }] };
    case 'export-pack':
      return { save: true, filters: [{ name: text.packs, extensions: ['cairnpack'] }] };
    case 'export-sealed-pack':
      return { save: true, filters: [{ name: text.sealedPacks, extensions: ['cairnpack.age'] }] };
    case 'batch-report':
      return {
        save: true,
        filters: [
          { name: text.html, extensions: ['html'] },
          { name: text.plainText, extensions: ['txt'] },
        ],
      };
    case 'export-csv':
      return { save: true, filters: [{ name: text.csv, extensions: ['csv'] }] };
    case 'export-xlsx':
      return { save: true, filters: [{ name: text.xlsx, extensions: ['xlsx'] }] };
    case 'export-geojson':
      return { save: true, filters: [{ name: text.geojson, extensions: ['geojson'] }] };
    case 'export-kml':
      return { save: true, filters: [{ name: text.kml, extensions: ['kml'] }] };
    case 'export-geoparquet':
      return { save: true, filters: [{ name: text.geoparquet, extensions: ['parquet'] }] };
    case 'export-stix':
      return { save: true, filters: [{ name: text.stix, extensions: ['json'] }] };
    case 'export-misp':
      return { save: true, filters: [{ name: text.misp, extensions: ['json'] }] };
    case 'report-pdf':
      return { save: true, filters: [{ name: text.pdf, extensions: ['pdf'] }] };
    case 'report-html':
      return { save: true, filters: [{ name: text.html, extensions: ['html'] }] };
    case 'report-docx':
      return { save: true, filters: [{ name: text.docx, extensions: ['docx'] }] };
    case 'network-png':
    case 'map-png':
      return { save: true, filters: [{ name: text.png, extensions: ['png'] }] };
    case 'network-svg':
      return { save: true, filters: [{ name: text.svg, extensions: ['svg'] }] };
    case 'export-graphml':
    case 'network-graphml':
      return { save: true, filters: [{ name: text.graphml, extensions: ['graphml'] }] };
    case 'export-gexf':
    case 'network-gexf':
      return { save: true, filters: [{ name: text.gexf, extensions: ['gexf'] }] };
    case 'map-file':
      return {
        save: false,
        filters: [
          { name: text.mapFiles, extensions: ['pmtiles', 'mbtiles', 'geojson', 'json'] },
          all,
        ],
      };
    case 'read-text':
      return {
        save: false,
        filters: [{ name: text.texts, extensions: [...sourceExtensions] }, all],
      };
    case 'add-attachment':
      return { save: false, filters: [all] };
    case 'save-attachment':
      return { save: true, filters: [all] };
  }
}

/**
 * The page holds a form that is not saved, or work runs: true when the user closes the window all the
 * same.
 */
export function askToLeave(window: BrowserWindow, lang: 'en' | 'fr', isWorking: boolean): boolean {
  const text = shellText(lang);
  const answer = dialog.showMessageBoxSync(window, {
    type: 'question',
    message: isWorking ? text.workQuestion : text.leaveQuestion,
    detail: isWorking ? text.workDetail : text.leaveDetail,
    buttons: isWorking ? [text.workStay, text.workGo] : [text.leaveStay, text.leaveGo],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return answer === 1;
}

/** A name without the characters that some file system refuses. */
function safeName(name: string): string {
  return name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
}

function withExtension(path: string, plan: Plan): string {
  const extensions = plan.filters.flatMap((filter) => filter.extensions);
  const [extension] = extensions;
  const isNamed = extensions.some((each) => path.toLowerCase().endsWith(`.${each}`));
  if (!extension || extension === '*' || isNamed) return path;
  return `${path}.${extension}`;
}

/** Asks for a file; undefined when the user closes the dialog. */
export async function chooseFile(
  window: BrowserWindow,
  purpose: FilePurpose,
  lang: 'en' | 'fr',
  suggestedName?: string,
): Promise<string | undefined> {
  const plan = planOf(purpose, shellText(lang));
  if (plan.save) {
    const name = suggestedName ? withExtension(safeName(suggestedName), plan) : undefined;
    const answer = await dialog.showSaveDialog(window, {
      filters: [...plan.filters],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
      ...(name ? { defaultPath: name } : {}),
    });
    return answer.canceled || !answer.filePath ? undefined : withExtension(answer.filePath, plan);
  }
  const answer = await dialog.showOpenDialog(window, {
    filters: [...plan.filters],
    properties: ['openFile'],
  });
  return answer.canceled ? undefined : answer.filePaths[0];
}

/** Asks for the files of new sources; empty when the user closes the dialog. */
export async function chooseSourceFiles(
  window: BrowserWindow,
  lang: 'en' | 'fr',
): Promise<readonly string[]> {
  const text = shellText(lang);
  const answer = await dialog.showOpenDialog(window, {
    filters: [
      { name: text.sourceFiles, extensions: [...sourceExtensions, ...mediaExtensions] },
      { name: text.allFiles, extensions: ['*'] },
    ],
    properties: ['openFile', 'multiSelections'],
  });
  return answer.canceled ? [] : answer.filePaths;
}
