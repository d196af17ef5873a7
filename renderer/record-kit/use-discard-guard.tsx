import { type ReactNode, useState } from 'react';
import { useText } from '../text/index.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useHoldWindow } from './use-hold-window.ts';

interface DiscardGuard {
  /** Closes the form, after asking when something was typed. */
  readonly close: () => void;
  /** The question; to be drawn inside the form's dialog. */
  readonly question: ReactNode;
}

/** Keeps a slip (Escape, a click beside the dialog, the window closed) from throwing away what was typed. */
export function useDiscardGuard(isDirty: boolean, onClose: () => void): DiscardGuard {
  const t = useText();
  const words = t.records.common;
  const [isAsking, setIsAsking] = useState(false);
  useHoldWindow(isDirty);
  return {
    close: () => (isDirty ? setIsAsking(true) : onClose()),
    question: (
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={words.discardTitle}
        confirmLabel={words.discard}
        cancelLabel={words.keepWriting}
        isDanger
        onConfirm={onClose}
      >
        {words.discardDetail}
      </ConfirmDialog>
    ),
  };
}
