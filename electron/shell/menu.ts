import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { shellText } from '../../shared/text/shell.ts';

/**
 * The application menu. Items only name a command; the page carries it out, so that menu, palette and
 * keys do one and the same thing.
 */
export function setMenu(lang: 'en' | 'fr', run: (command: string) => void): void {
  const text = shellText(lang);
  const item = (
    label: string,
    command: string,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    label,
    click: () => run(command),
    // The page handles the keys itself, so that a text field keeps its own Ctrl+Z.
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const template: MenuItemConstructorOptions[] = [
    {
      label: text.file,
      submenu: [
        item(text.newCase, 'new-case', 'CmdOrCtrl+Shift+N'),
        item(text.openCase, 'open-case', 'CmdOrCtrl+O'),
        item(text.openSample, 'open-sample'),
        item(text.openTraining, 'open-training'),
        separator,
        item(text.saveCopy, 'save-copy', 'CmdOrCtrl+Shift+S'),
        item(text.newSourceFromFile, 'source-from-file', 'CmdOrCtrl+Shift+F'),
        item(text.importPack, 'import-pack'),
        item(text.exportPack, 'export-pack'),
        separator,
        item(text.closeCase, 'close-case', 'CmdOrCtrl+W'),
        { label: text.quit, role: 'quit' },
      ],
    },
    {
      label: text.edit,
      submenu: [
        item(text.undo, 'undo', 'CmdOrCtrl+Z'),
        item(text.redo, 'redo', 'CmdOrCtrl+Shift+Z'),
        separator,
        { label: text.cut, role: 'cut' },
        { label: text.copy, role: 'copy' },
        { label: text.paste, role: 'paste' },
        { label: text.selectAll, role: 'selectAll' },
        separator,
        item(text.newIncident, 'new-incident', 'CmdOrCtrl+I'),
        item(text.find, 'find', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: text.view,
      submenu: [
        item(text.incidents, 'show-incidents', 'Alt+1'),
        item(text.map, 'show-map', 'Alt+2'),
        item(text.timeline, 'show-timeline', 'Alt+9'),
        item(text.network, 'show-network', 'Alt+0'),
        item(text.actors, 'show-actors', 'Alt+3'),
        item(text.sources, 'show-sources', 'Alt+4'),
        item(text.reports, 'show-reports', 'Alt+5'),
        item(text.exchange, 'show-exchange', 'Alt+6'),
        item(text.history, 'show-history', 'Alt+7'),
        item(text.settings, 'show-settings', 'Alt+8'),
        separator,
        { label: text.zoomIn, role: 'zoomIn' },
        { label: text.zoomOut, role: 'zoomOut' },
        { label: text.zoomReset, role: 'resetZoom' },
        { label: text.fullScreen, role: 'togglefullscreen' },
        // The bundle is our own; inspecting it is for a checkout only.
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    { label: text.help, submenu: [item(text.shortcuts, 'show-shortcuts', 'F1')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
