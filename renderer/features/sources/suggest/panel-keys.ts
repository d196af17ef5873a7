// The keys of the panel, once: each carries out one decision on the suggestion looked at.
import { undoLast } from '../../../record-kit/undo-last.ts';
import {
  accept,
  acceptGroup,
  attach,
  currentItem,
  decide,
  dropQuestion,
  move,
  reject,
} from './decide.ts';
import { edit } from './edit.ts';
import { readForMe } from './read-source.ts';
import { getSuggest } from './suggest-store.ts';

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target'>;

/** True when the key was one of the panel's. */
export function carryOutKey(event: Key): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return false;
  const { step, asking, matches } = getSuggest();
  if (asking !== undefined) return questionKey(event.key);
  if (event.key === 'r' || event.key === 'R') {
    readForMe();
    return true;
  }
  if (step !== 'read') return false;
  // Enter and the blank belong to a button of a line, but for the line itself
  const isOnButton =
    event.target instanceof Element && event.target.closest('[data-own-keys]') !== null;
  switch (event.key) {
    case 'ArrowDown':
    case 'j':
    case 'J':
      void decide(() => move(1));
      return true;
    case 'ArrowUp':
    case 'k':
    case 'K':
      void decide(() => move(-1));
      return true;
    case 'Enter':
    case ' ':
      if (isOnButton) return false;
      void decide(() => withCurrent((item) => accept([item])));
      return true;
    case 'a':
    case 'A':
      void decide(() => withCurrent((item) => acceptGroup(item)));
      return true;
    case 'e':
    case 'E':
      void decide(() => withCurrent(edit));
      return true;
    case 'x':
    case 'X':
    case 'Delete':
      void decide(() => withCurrent(reject));
      return true;
    case 'm':
    case 'M': {
      const item = currentItem();
      const [match] = matches.get(item?.group ?? '') ?? [];
      if (item === undefined || match === undefined) return false;
      void decide(() => attach(item, match.id));
      return true;
    }
    case 'z':
    case 'Z':
      void decide(undoLast);
      return true;
    default:
      return false;
  }
}

function withCurrent(
  work: (item: NonNullable<ReturnType<typeof currentItem>>) => void | Promise<void>,
): void | Promise<void> {
  const item = currentItem();
  return item === undefined ? undefined : work(item);
}

/** Digits answer; they are handled by the question itself, which knows its choices. */
function questionKey(key: string): boolean {
  if (key !== 'Escape') return false;
  dropQuestion();
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
