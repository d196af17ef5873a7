/** The shell's calls, one line or two each; what they do lies in the files beside. */

import { app, BrowserWindow } from 'electron';
import type { CallResult } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import type { ShellHandlers } from './calls.ts';
import type { CaseDesk } from './case-desk.ts';
import { chooseFile, chooseSourceFiles } from './dialogs.ts';
import { mostDropped } from './drops.ts';
import type { EngineHost } from './engine-host.ts';
import type { FileTokens } from './file-tokens.ts';
import { printJobOf, writeReport } from './printing.ts';
import { listRecent } from './recent-cases.ts';
import type { SettingsStore } from './settings.ts';

export interface ShellParts {
  readonly engine: EngineHost;
  readonly desk: CaseDesk;
  readonly tokens: FileTokens;
  readonly settings: SettingsStore;
  /** Settles when the case named at start is open or refused. */
  readonly firstCase: Promise<void>;
  readonly onSettings: () => void;
  readonly onPainted: () => void;
}

export function shellHandlers(parts: ShellParts): ShellHandlers {
  const { engine, desk, tokens, settings } = parts;
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
      await desk.open(tokens.path(token));
      return {};
    },
    'case/new': async ({ token, title }) => {
      await desk.create(tokens.path(token), title);
      return {};
    },
    'case/open-sample': async ({ which }) => {
      await desk.openSample(which);
      return {};
    },
    'case/close': async () => {
      await desk.close();
      return {};
    },
    'report/save': async ({ token, of }) => {
      const path = tokens.path(token);
      // The engine's own schemas were applied when it answered; the types are those of these calls.
      const document =
        'request' in of
          ? ((await engine.control('call', {
              name: 'report/build',
              args: of.request,
            })) as ReportDocument)
          : (
              (await engine.control('call', {
                name: 'report/kept',
                args: { id: of.keptId },
              })) as CallResult<'report/kept'>
            ).document;
      return writeReport(document, path);
    },
    'print/document': (_args, event) => {
      const { document, format } = printJobOf(event.sender);
      return { document, format };
    },
    'print/ready': ({ page }, event) => {
      printJobOf(event.sender).ready(page);
      return {};
    },
  };
}
