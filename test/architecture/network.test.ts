import { describe, expect, test } from 'vitest';
import { importsOf, withoutComments } from './imports.ts';
import { isModule, readSources } from './source-files.ts';

/** The app itself: set-up may use the network, tests may run a server to catch leaks. */
const app = readSources().filter(
  (file) =>
    isModule(file) &&
    /^(electron|renderer|shared)\//.test(file.path) &&
    !file.path.startsWith('electron/setup/'),
);

const networkModules =
  /^(node:)?(net|http|https|http2|dgram|dns|dns\/promises|tls|inspector)$|^undici(\/|$)/;

/** Ways to talk to somebody that need no import. */
const networkGlobals =
  /(?<![.\w])(fetch|XMLHttpRequest|WebSocket|WebSocketStream|WebTransport|EventSource|RTCPeerConnection|importScripts)\s*\(|\bsendBeacon\s*\(|\bnew\s+(XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection)\b/;

/** Electron's own network client and updater. */
const electronNetwork = /\b(net|autoUpdater|crashReporter)\b(?=[^}]*\}\s*from\s*'electron')/;

describe('no line to the outside', () => {
  test('no module of the app imports a network client', () => {
    const breaches = app.flatMap((file) =>
      importsOf(file)
        .filter((one) => networkModules.test(one.specifier))
        .map((one) => `${one.from}:${one.line} imports ${one.specifier}`),
    );
    expect(breaches).toEqual([]);
  });

  test('no module of the app calls a network function of the platform', () => {
    const breaches = app.flatMap((file) =>
      withoutComments(file.text)
        .split('\n')
        .flatMap((line, index) =>
          networkGlobals.test(line) ? [`${file.path}:${index + 1}: ${line.trim()}`] : [],
        ),
    );
    expect(breaches).toEqual([]);
  });

  test("no module of the app takes Electron's network client, updater or crash reporter", () => {
    const breaches = app.filter((file) => electronNetwork.test(withoutComments(file.text)));
    expect(breaches.map((file) => file.path)).toEqual([]);
  });
});
