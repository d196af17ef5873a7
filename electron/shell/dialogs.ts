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
  const packs = { name: text.packs, extensions: ['cairnpack'] };
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
        filters: [{ name: text.tables, extensions: ['csv', 'tsv', 'txt'] }, all],
      };
    case 'export-pack':
      return { save: true, filters: [packs] };
    case 'report-pdf':
      return { save: true, filters: [{ name: text.pdf, extensions: ['pdf'] }] };
    case 'report-html':
      return { save: true, filters: [{ name: text.html, extensions: ['html'] }] };
    case 'network-png':
      return { save: true, filters: [{ name: text.png, extensions: ['png'] }] };
    case 'network-svg':
      return { save: true, filters: [{ name: text.svg, extensions: ['svg'] }] };
    case 'network-graphml':
      return { save: true, filters: [{ name: text.graphml, extensions: ['graphml'] }] };
    case 'network-gexf':
      return { save: true, filters: [{ name: text.gexf, extensions: ['gexf'] }] };
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

/** The page holds a form that is not saved: true when the user closes the window all the same. */
export function askToLeave(window: BrowserWindow, lang: 'en' | 'fr'): boolean {
  const text = shellText(lang);
  const answer = dialog.showMessageBoxSync(window, {
    type: 'question',
    message: text.leaveQuestion,
    detail: text.leaveDetail,
    buttons: [text.leaveStay, text.leaveGo],
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
  const extension = plan.filters[0]?.extensions[0];
  if (!extension || extension === '*' || path.toLowerCase().endsWith(`.${extension}`)) return path;
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
