/** The bridge: a call and a subscription, limited to the names of the contract. No logic lives here. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  type Bridge,
  type CallName,
  calls,
  crossesAsText,
  type Envelope,
  eventNames,
} from '../shared/contract/contract.ts';
import { type CallMessage, failure, type PortMessage } from '../shared/contract/control.ts';

type Answer = (envelope: Envelope<unknown>) => void;
type AddListener = (name: 'drop', listener: (event: DropEvent) => void) => void;
type Listener = (payload: unknown) => void;

/** The part of the page's MessagePort used here; this world knows no DOM types. */
interface PagePort {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

let port: PagePort | undefined;
let nextId = 1;
const waiting = new Map<number, Answer>();
const listeners = new Map<string, Set<Listener>>();
/** Calls made before the engine's port arrived. */
let queue: CallMessage[] = [];

function publish(event: string, payload: unknown): void {
  for (const listener of listeners.get(event) ?? []) listener(payload);
}

function receive(message: PortMessage): void {
  if ('event' in message) {
    publish(message.event, message.payload);
    return;
  }
  const answer = waiting.get(message.id);
  waiting.delete(message.id);
  answer?.(message.envelope);
}

ipcRenderer.on('engine-port', (event) => {
  // An older port belongs to an engine that died: what it owed is answered as such.
  if (port) {
    const gone = failure({ code: 'engine/unavailable', message: 'The engine was started again.' });
    for (const answer of waiting.values()) answer(gone);
    waiting.clear();
    port.close();
  }
  port = event.ports[0] as unknown as PagePort | undefined;
  if (!port) return;
  port.onmessage = ({ data }) => receive(data as PortMessage);
  for (const message of queue) port.postMessage(message);
  queue = [];
});
ipcRenderer.on('event', (_event, name: string, payload: unknown) => publish(name, payload));

/** The parts of a drop used here. */
interface DropEvent {
  readonly isTrusted: boolean;
  readonly target: { closest?: (selector: string) => unknown } | null;
  readonly dataTransfer: {
    readonly files: Iterable<Parameters<typeof webUtils.getPathForFile>[0]>;
  };
}

// Files dropped by a person's hand on a part of the page that takes them. A path goes to the shell, never
// to the page; a file that the page made itself has none.
(globalThis as unknown as { addEventListener: AddListener }).addEventListener('drop', (event) => {
  if (!event.isTrusted || !event.target?.closest?.('[data-takes-files]')) return;
  const paths = [...event.dataTransfer.files].map((file) => webUtils.getPathForFile(file));
  const real = paths.filter((path) => path !== '');
  if (real.length > 0) ipcRenderer.send('files-dropped', real);
});

const bridge: Bridge = {
  call(name, args) {
    if (!Object.hasOwn(calls, name)) {
      return Promise.resolve(failure({ code: 'call/unknown', message: 'There is no such call.' }));
    }
    if (calls[name as CallName].host === 'shell') return ipcRenderer.invoke('call', name, args);
    return new Promise((resolve) => {
      const message: CallMessage = { id: nextId++, name, args };
      waiting.set(message.id, (envelope) =>
        resolve(crossesAsText(name, envelope) ? JSON.stringify(envelope) : envelope),
      );
      if (port) port.postMessage(message);
      else queue.push(message);
    });
  },
  subscribe(event, listener) {
    if (!(eventNames as readonly string[]).includes(event)) return () => undefined;
    const set = listeners.get(event) ?? new Set<Listener>();
    listeners.set(event, set.add(listener));
    return () => set.delete(listener);
  },
};

contextBridge.exposeInMainWorld('cairn', bridge);
