// Every command of the frame, once: palette, menu, buttons and keys all run these.

import { getEditor, isDirty } from '../features/incidents/editor-store.ts';
import { undoLast } from '../record-kit/undo-last.ts';
import {
  getApp,
  goTo,
  notify,
  notifyError,
  type Screen,
  setApp,
  setLayout,
  setSettings,
  showsFilter,
  toFilterScreen,
} from '../state/app-store.ts';
import { closeCase, openCaseByDialog, openSample, saveCopy } from '../state/case-files.ts';
import { getCase, redo } from '../state/case-store.ts';
import { getIncidents } from '../state/incidents-store.ts';
import { getJobs, isRunning, openJobs } from '../state/jobs-store.ts';
import { layoutFlag } from '../state/layout.ts';
import { hasLocalStep } from '../state/local-undo.ts';
import { type RequestName, request } from '../state/requests.ts';
import { askSame } from '../state/same-store.ts';
import { catalogues } from '../text/catalogue.ts';
import { actionWords } from '../text/field-words.ts';
import { formats } from '../text/format.ts';

export type CommandId = keyof (typeof catalogues)['en']['app']['commands'];
export type CommandGroup = keyof (typeof catalogues)['en']['app']['groups'];

export interface Command {
  readonly id: CommandId;
  readonly group: CommandGroup;
  readonly shortcut?: string;
  /** Left to the field while the analyst is typing in one. */
  readonly yieldsToText?: boolean;
  /** Not offered in the palette. */
  readonly isHidden?: boolean;
  readonly isEnabled: () => boolean;
  readonly run: () => void | Promise<void>;
}

const always = () => true;
const hasCase = () => getCase().status === 'open';
const canWrite = () => hasCase() && getCase().caseState?.isReadOnly === false;

function text() {
  return catalogues[getApp().lang].app;
}

/** Goes to the screen unless it is one of those that can carry it out, then asks for it. */
function ask(name: RequestName, home: Screen, ...also: Screen[]): void {
  const { screen } = getApp();
  if (screen !== home && !also.includes(screen)) goTo(home);
  request(name);
}

/** New records and the filter are asked of the screen that is on top, when it is one that has them. */
function filterHome(): Screen {
  const { screen } = getApp();
  return screen === 'actors' || screen === 'sources' || screen === 'map' ? screen : 'incidents';
}

async function redoOnce(): Promise<void> {
  if (getCase().undo.redo === null) return;
  notify({ text: text().redone(actionWords(getApp().lang, await redo())) });
}

async function saveCopyOfCase(): Promise<void> {
  const copy = await saveCopy(getCase().caseState?.title ?? '');
  if (copy === undefined) return;
  notify({ text: text().copySaved(copy.fileName, formats[getApp().lang].bytes(copy.bytes)) });
}

function toggleLayout(
  key: 'frame.split' | 'frame.inspector' | 'frame.counts',
  otherwise: boolean,
): void {
  const layout = getApp().settings?.layout ?? {};
  setLayout(key, !layoutFlag(layout, key, otherwise));
}

function toggleSplit(): void {
  if (getApp().screen !== 'incidents') goTo('incidents');
  toggleLayout('frame.split', false);
}

/** The counts stand beside what shows the filter's incidents only. */
function toggleCounts(): void {
  if (showsFilter(getApp().screen)) {
    toggleLayout('frame.counts', false);
  } else {
    toFilterScreen();
    setLayout('frame.counts', true);
  }
}

function show(screen: Screen, digit: number): Command {
  return {
    id: `show-${screen}`,
    group: 'screens',
    shortcut: `Alt+${digit}`,
    isEnabled: screen === 'settings' ? always : hasCase,
    run: () => goTo(screen),
  };
}

export const commands: readonly Command[] = [
  {
    id: 'new-incident',
    group: 'work',
    shortcut: 'Ctrl+I',
    isEnabled: canWrite,
    run: () => {
      // its form stands in the inspector
      setLayout('frame.inspector', true);
      ask('new-incident', 'incidents', 'map');
    },
  },
  {
    id: 'find',
    group: 'work',
    shortcut: 'Ctrl+K',
    isHidden: true,
    isEnabled: always,
    run: () => setApp({ overlay: 'palette' }),
  },
  {
    id: 'focus-filter',
    group: 'work',
    shortcut: 'Ctrl+F',
    isEnabled: hasCase,
    run: () => ask('focus-filter', filterHome()),
  },
  {
    id: 'undo',
    group: 'work',
    shortcut: 'Ctrl+Z',
    yieldsToText: true,
    isEnabled: () => hasLocalStep() || (canWrite() && getCase().undo.undo !== null),
    run: undoLast,
  },
  {
    id: 'redo',
    group: 'work',
    shortcut: 'Ctrl+Shift+Z',
    yieldsToText: true,
    isEnabled: () => canWrite() && getCase().undo.redo !== null,
    run: redoOnce,
  },
  {
    id: 'delete',
    group: 'work',
    isEnabled: canWrite,
    run: () => ask('delete', filterHome()),
  },
  { id: 'new-actor', group: 'work', isEnabled: canWrite, run: () => ask('new-actor', 'actors') },
  { id: 'new-source', group: 'work', isEnabled: canWrite, run: () => ask('new-source', 'sources') },
  {
    id: 'source-from-file',
    group: 'work',
    shortcut: 'Ctrl+Shift+F',
    isEnabled: canWrite,
    run: () => ask('source-from-file', 'sources'),
  },
  {
    id: 'read-for-me',
    group: 'work',
    shortcut: 'Ctrl+R',
    isEnabled: hasCase,
    run: () => ask('read-for-me', 'sources'),
  },
  {
    id: 'same-case',
    group: 'work',
    isEnabled: hasCase,
    run: () => askSame({ what: 'scan', scope: { what: 'case' } }),
  },
  {
    id: 'same-filter',
    group: 'work',
    isEnabled: () => hasCase() && Object.keys(getIncidents().filter).length > 0,
    run: () => askSame({ what: 'scan', scope: { what: 'filter', filter: getIncidents().filter } }),
  },
  show('incidents', 1),
  show('map', 2),
  show('actors', 3),
  show('sources', 4),
  show('reports', 5),
  show('exchange', 6),
  show('history', 7),
  show('settings', 8),
  show('timeline', 9),
  show('network', 0),
  {
    id: 'new-case',
    group: 'case',
    shortcut: 'Ctrl+Shift+N',
    isEnabled: always,
    run: () => setApp({ overlay: 'new-case' }),
  },
  {
    id: 'open-case',
    group: 'case',
    shortcut: 'Ctrl+O',
    isEnabled: always,
    run: async () => {
      await openCaseByDialog();
    },
  },
  { id: 'open-sample', group: 'case', isEnabled: always, run: () => openSample('djibo') },
  { id: 'open-training', group: 'case', isEnabled: always, run: () => openSample('training') },
  {
    id: 'save-copy',
    group: 'case',
    shortcut: 'Ctrl+Shift+S',
    isEnabled: hasCase,
    run: saveCopyOfCase,
  },
  {
    id: 'import-pack',
    group: 'case',
    isEnabled: canWrite,
    run: () => ask('import-pack', 'exchange'),
  },
  {
    id: 'export-pack',
    group: 'case',
    isEnabled: hasCase,
    run: () => ask('export-pack', 'exchange'),
  },
  {
    id: 'check-case',
    group: 'case',
    isEnabled: hasCase,
    run: () => ask('check-case', 'history'),
  },
  {
    id: 'reindex-case',
    group: 'case',
    isEnabled: canWrite,
    run: () => ask('reindex-case', 'history'),
  },
  { id: 'close-case', group: 'case', shortcut: 'Ctrl+W', isEnabled: hasCase, run: closeCase },
  {
    id: 'toggle-split',
    group: 'view',
    shortcut: 'Ctrl+M',
    isEnabled: hasCase,
    run: toggleSplit,
  },
  {
    id: 'toggle-counts',
    group: 'view',
    shortcut: 'Ctrl+L',
    isEnabled: hasCase,
    run: toggleCounts,
  },
  {
    id: 'toggle-inspector',
    group: 'view',
    shortcut: 'Ctrl+J',
    isEnabled: hasCase,
    run: () => toggleLayout('frame.inspector', true),
  },
  {
    id: 'toggle-theme',
    group: 'view',
    isEnabled: always,
    run: () => setSettings({ theme: getApp().theme === 'dark' ? 'light' : 'dark' }),
  },
  {
    id: 'lang-en',
    group: 'view',
    isEnabled: () => getApp().lang !== 'en',
    run: () => setSettings({ language: 'en' }),
  },
  {
    id: 'lang-fr',
    group: 'view',
    isEnabled: () => getApp().lang !== 'fr',
    run: () => setSettings({ language: 'fr' }),
  },
  {
    id: 'show-jobs',
    group: 'view',
    isEnabled: hasCase,
    run: () => openJobs(true),
  },
  {
    id: 'show-shortcuts',
    group: 'help',
    shortcut: 'F1',
    isEnabled: always,
    run: () => setApp({ overlay: 'help' }),
  },
];

const byId = new Map<string, Command>(commands.map((command) => [command.id, command]));

export function commandOf(id: string): Command | undefined {
  return byId.get(id);
}

/** Commands that put another case, or none, in place of the open one. */
const leavesCase: ReadonlySet<string> = new Set<CommandId>([
  'new-case',
  'open-case',
  'open-sample',
  'open-training',
  'close-case',
]);

/**
 * Runs a command if it can be run now; a refusal is shown as a message. `isSure`: what it would leave
 * unsaved or running was asked about.
 */
export async function runCommand(id: string, isSure = false): Promise<void> {
  const command = byId.get(id);
  if (command === undefined) return;
  if (!command.isEnabled()) {
    // a key that does nothing would look like a fault
    if (command.isEnabled === canWrite && hasCase()) {
      notify({ tone: 'info', text: text().readOnlyHelp });
    }
    return;
  }
  const leavesSomething = isDirty(getEditor()) || getJobs().jobs.some(isRunning);
  if (leavesCase.has(id) && leavesSomething && !isSure) {
    setApp({ overlay: 'leave', leaving: id });
    return;
  }
  try {
    await command.run();
  } catch (error) {
    notifyError(error);
  }
}
