/** The shell's calls, one line or two each; what they do lies in the files beside. */

import { app, BrowserWindow } from 'electron';
import type { CallArgs, CallResult, EventPayload } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import type { ShellHandlers } from './calls.ts';
import type { CaseDesk } from './case-desk.ts';
import { chooseFile, chooseSourceFiles } from './dialogs.ts';
import { mostDropped } from './drops.ts';
import type { EngineHost } from './engine-host.ts';
import type { FileTokens } from './file-tokens.ts';
import { MapPictures } from './map-pictures.ts';
import type { OwnMaps } from './own-maps.ts';
import { printJobOf } from './print-layout.ts';
import { writeReport } from './printing.ts';
import { listRecent } from './recent-cases.ts';
import type { SettingsStore } from './settings.ts';

export interface ShellParts {
  readonly engine: EngineHost;
  readonly desk: CaseDesk;
  readonly tokens: FileTokens;
  readonly settings: SettingsStore;
  readonly ownMaps: OwnMaps;
  /** Settles when the case named at start is open or refused. */
  readonly firstCase: Promise<void>;
  readonly onSettings: () => void;
  /** How far the file of a report is. */
  readonly onReport: (progress: EventPayload<'report/progress'>) => void;
  readonly onPainted: () => void;
}

export function shellHandlers(parts: ShellParts): ShellHandlers {
  const { engine, desk, tokens, settings, ownMaps } = parts;
  /** The report that is being written; one at a time. */
  let saving: AbortController | undefined;
  const maps = new MapPictures();
  /** The engine's own schemas were applied when it answered; the types are those of these calls. */
  const documentOf = async (of: CallArgs<'report/save'>['of']): Promise<ReportDocument> => {
    if ('request' in of) {
      const built = await engine.control('call', { name: 'report/build', args: of.request });
      return built as ReportDocument;
    }
    const kept = await engine.control('call', { name: 'report/kept', args: { id: of.keptId } });
    return (kept as CallResult<'report/kept'>).document;
  };
  return {
    'app/start': async () => {
      await parts.firstCase;
      return {
        settings: settings.current,
        lang: settings.lang,
        version: app.getVersion(),
        electron: process.versions.electron ?? '',
        platform: process.platform,
        hasCase: desk.current !== undefined,
      };
    },
    'app/painted': () => {
      parts.onPainted();
      return {};
    },
    'app/set-settings': (patch) => {
      const changed = settings.change(patch);
      parts.onSettings();
      return changed;
    },
    'app/recent': () =>
      listRecent().map(({ path, ...entry }) => ({ ...entry, token: tokens.grant(path).token })),
    'file/choose': async ({ purpose, suggestedName }, event) => {
      const window = BrowserWindow.fromWebContents(event.sender);
      if (!window) throw new AppError('call/untrusted', 'This page has no window.');
      const path = await chooseFile(window, purpose, settings.lang, suggestedName);
      return path === undefined ? { cancelled: true } : { cancelled: false, ...tokens.grant(path) };
    },
    'file/choose-sources': async (_args, event) => {
      const window = BrowserWindow.fromWebContents(event.sender);
      if (!window) throw new AppError('call/untrusted', 'This page has no window.');
      const paths = await chooseSourceFiles(window, settings.lang);
      return { files: paths.slice(0, mostDropped).map((path) => tokens.grant(path)) };
    },
    'case/open': async ({ token }) => {
      maps.clear();
      await desk.open(tokens.path(token));
      return {};
    },
    'case/new': async ({ token, title }) => {
      maps.clear();
      await desk.create(tokens.path(token), title);
      return {};
    },
    'case/open-sample': async ({ which }) => {
      maps.clear();
      await desk.openSample(which);
      return {};
    },
    'case/close': async () => {
      maps.clear();
      await desk.close();
      return {};
    },
    'own-map/list': () => ownMaps.list(),
    'own-map/add': ({ token }) => ownMaps.add(tokens.path(token)),
    'own-map/change': ({ id, isShown, move }) => ownMaps.change(id, isShown, move),
    'own-map/remove': ({ id }) => ownMaps.remove(id),
    'report/save': async ({ token, of }) => {
      const path = tokens.path(token);
      if (saving !== undefined) {
        throw new AppError(
          'case/busy',
          'Another report is being written. Wait for it or cancel it.',
        );
      }
      const abort = new AbortController();
      saving = abort;
      try {
        parts.onReport({ stage: 'reading', done: 0, total: 1 });
        return await writeReport(documentOf(of), path, {
          progress: parts.onReport,
          signal: abort.signal,
        });
      } finally {
        saving = undefined;
      }
    },
    'report/cancel-save': () => {
      saving?.abort();
      return {};
    },
    'map-picture/kept': ({ key }) => ({ drawn: maps.get(key) }),
    'map-picture/keep': ({ key, drawn }) => {
      maps.keep(key, drawn);
      return {};
    },
    'print/document': async (_args, event) => {
      const { document, format } = printJobOf(event.sender);
      return { document: await document, format };
    },
    'print/drawn': ({ done, total }, event) => {
      printJobOf(event.sender).drawn(done, total);
      return {};
    },
    'print/ready': (drawn, event) => {
      printJobOf(event.sender).ready(drawn);
      return {};
    },
  };
}
