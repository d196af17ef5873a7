/** What makes "offline" and "sandboxed" true: every door of the session and of each page is shut. */
import { app, type Session, type WebContents } from 'electron';
import { mayRequest } from './static-files.ts';

/** Before the app is ready: no name look-ups, no pings, no background fetches of Chromium itself. */
export function lockDownSwitches(): void {
  const { commandLine } = app;
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('dns-prefetch-disable');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  // Laptops without a GPU draw the map in software; the pages are all our own.
  commandLine.appendSwitch('enable-unsafe-swiftshader');
  // Dies at once as root, where Chromium has no sandbox to enable.
  if (!commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}

export function lockDownSession(session: Session): void {
  // plain text to the clipboard, after a key or a press; reading it stays refused, as all else
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write'),
  );
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayRequest(details.url) });
  });
  session.on('will-download', (event) => event.preventDefault());
  // No look for a proxy script on the local network.
  void session.setProxy({ mode: 'direct' });
}

export function lockDownContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // WebRTC is covered neither by webRequest nor by the policy header.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Options every page of ours has. */
export const securePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  disableBlinkFeatures: 'Auxclick',
} as const;
