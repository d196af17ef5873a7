// Commands of the frame that a screen carries out: "new incident", "focus the filter". The screen
// registers while it is mounted; a request that comes just before is handed over when it mounts.
import { useEffect, useRef } from 'react';

const requestNames = [
  'new-incident',
  'new-actor',
  'new-source',
  'source-from-file',
  'focus-filter',
  'edit',
  'read',
  'read-for-me',
  'delete',
  'print',
  'import-pack',
  'export-pack',
  'check-case',
  'reindex-case',
] as const;
export type RequestName = (typeof requestNames)[number];

/** Milliseconds that a request waits for its screen. */
const patience = 2000;

/** Answers false to leave the command to the one below. */
export type RequestHandler = () => unknown;
const handlers = new Map<RequestName, RequestHandler[]>();
const waiting = new Map<RequestName, number>();

/** Has the screen on top carry out a command; waits for the screen to be there. */
export function request(name: RequestName): void {
  const list = handlers.get(name) ?? [];
  if (list.length === 0) waiting.set(name, Date.now());
  else list.findLast((handler) => handler() !== false);
}

/** Registers a handler; the returned function takes it away. */
export function onRequest(name: RequestName, handler: RequestHandler): () => void {
  const list = handlers.get(name) ?? [];
  handlers.set(name, [...list, handler]);
  const asked = waiting.get(name);
  waiting.delete(name);
  if (asked !== undefined && Date.now() - asked < patience) handler();
  return () => {
    handlers.set(
      name,
      (handlers.get(name) ?? []).filter((other) => other !== handler),
    );
  };
}

/** Carries out a command of the frame while this component is mounted. */
export function useRequest(name: RequestName, handler: RequestHandler): void {
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => onRequest(name, () => latest.current()), [name]);
}
