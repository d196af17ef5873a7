import { useEffect } from 'react';

/** Refuses every change to an editable element; a new `drawing` is a new element. */
export function useReadOnly(root: { readonly current: HTMLElement | null }, drawing: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new drawing is a new element
  useEffect(() => {
    const element = root.current;
    const refuse = (event: Event) => event.preventDefault();
    element?.addEventListener('beforeinput', refuse);
    element?.addEventListener('drop', refuse);
    return () => {
      element?.removeEventListener('beforeinput', refuse);
      element?.removeEventListener('drop', refuse);
    };
  }, [root, drawing]);
}
