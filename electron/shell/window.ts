import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { lockDownContents, securePreferences } from './lockdown.ts';
import { programDir } from './paths.ts';
import { appOrigin } from './static-files.ts';

const boundsSchema = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(640),
  height: z.number().int().min(480),
  isMaximized: z.boolean(),
});
type Bounds = z.infer<typeof boundsSchema>;

function boundsPath(): string {
  return join(app.getPath('userData'), 'window.json');
}

/** The remembered bounds, unless the screen they were on is gone. */
function rememberedBounds(): Bounds | undefined {
  const bounds = readJsonFile(boundsPath(), boundsSchema);
  if (!bounds) return undefined;
  const { workArea } = screen.getDisplayMatching(bounds);
  const overlaps =
    bounds.x < workArea.x + workArea.width - 50 &&
    bounds.x + bounds.width > workArea.x + 50 &&
    bounds.y < workArea.y + workArea.height - 50 &&
    bounds.y >= workArea.y - 10;
  return overlaps ? bounds : undefined;
}

function remember(window: BrowserWindow): void {
  writeJsonFile(boundsPath(), { ...window.getNormalBounds(), isMaximized: window.isMaximized() });
}

export function createWindow(): BrowserWindow {
  const bounds = rememberedBounds();
  const window = new BrowserWindow({
    ...(bounds
      ? { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height }
      : { width: 1440, height: 900 }),
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Cairn',
    autoHideMenuBar: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1a18' : '#faf9f6',
    webPreferences: {
      ...securePreferences,
      preload: join(programDir(), 'preload.cjs'),
      devTools: !app.isPackaged,
    },
  });
  lockDownContents(window.webContents);
  if (bounds?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', () => remember(window));
  void window.loadURL(`${appOrigin}/index.html`);
  return window;
}
