// Keys and menu items carry out commands. Listens before the widgets do, because these stop keys that
// they have no use for.
import { useEffect } from 'react';
import { subscribe } from '../api/client.ts';
import { type Command, commands, runCommand } from './commands.ts';
import { type KeyPress, matchesShortcut } from './shortcuts.ts';

const textTypes = new Set(['text', 'search', 'url', 'email', 'number', 'password', 'tel', 'date']);

/** Whether the analyst is typing here, so that undo and single keys belong to the field. */
function isTextEntry(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // the text of a source has a caret, but nothing is typed into it
  if (target.closest('[aria-readonly="true"]') !== null) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && textTypes.has(target.type);
}

/** The command a key press stands for, or nothing when the place it was pressed in keeps it. */
export function commandForKey(
  press: KeyPress,
  place: { readonly isText: boolean; readonly isInDialog: boolean },
): Command | undefined {
  if (place.isInDialog) return undefined;
  if (!place.isText && matchesShortcut(press, '?')) {
    return commands.find(({ id }) => id === 'show-shortcuts');
  }
  return commands.find(
    ({ shortcut, yieldsToText }) =>
      shortcut !== undefined &&
      matchesShortcut(press, shortcut) &&
      !(yieldsToText === true && place.isText),
  );
}

export function useKeys(): void {
  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      const { target } = event;
      const command = commandForKey(event, {
        isText: isTextEntry(target),
        isInDialog:
          (target instanceof Element &&
            target.closest('[role=dialog],[role=alertdialog]') !== null) ||
          // a modal is open and the focus is nowhere
          document.querySelector('.c-scrim') !== null,
      });
      if (command === undefined || event.repeat) return;
      event.preventDefault();
      event.stopPropagation();
      void runCommand(command.id);
    }
    window.addEventListener('keydown', pressed, { capture: true });
    const end = subscribe('menu/command', ({ command }) => void runCommand(command));
    return () => {
      window.removeEventListener('keydown', pressed, { capture: true });
      end();
    };
  }, []);
}
