/** Selects words in a field and brings them into view. */
export function selectIn(field: HTMLTextAreaElement | null, start: number, end: number): void {
  if (field === null) return;
  // a field scrolls to its selection only when it takes the keyboard
  field.blur();
  field.setSelectionRange(start, end);
  field.focus();
}
