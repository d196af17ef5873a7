// Rich text pasted into a source: its readable text, with lists and tables as lines.
import type { ClipboardEvent } from 'react';
import { call } from '../../api/client.ts';

/** Longer HTML is taken as the plain text that comes with it. */
const longest = 10_000_000;

/** For `onPasteCapture` around a text area. Plain text is left to the text area itself. */
export function pasteCleanText(event: ClipboardEvent<HTMLElement>): void {
  const field = event.target;
  const html = event.clipboardData.getData('text/html');
  if (!(field instanceof HTMLTextAreaElement) || html === '' || html.length > longest) return;
  const plain = event.clipboardData.getData('text/plain');
  event.preventDefault();
  event.stopPropagation();
  void call('source/clean-html', { html })
    .then(({ text }) => (text === '' ? plain : text))
    .catch(() => plain)
    .then((text) => {
      field.focus();
      // typed by the browser, so that Ctrl+Z in the field takes it back
      document.execCommand('insertText', false, text);
    });
}
