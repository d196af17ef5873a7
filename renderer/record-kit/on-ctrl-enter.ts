import type { KeyboardEvent } from 'react';

/**
 * A key handler, for the capture phase, that saves a form on Ctrl+Enter (⌘Enter) before the button or
 * field in focus sees it. Keys pressed in dialogs on top of the form are theirs: React hands them over
 * though they lie elsewhere in the page.
 */
export function onCtrlEnter(save: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    save();
  };
}
