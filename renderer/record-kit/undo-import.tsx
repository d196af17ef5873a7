import { useState } from 'react';
import { call } from '../api/client.ts';
import { notify, notifyError } from '../state/app-store.ts';
import { useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

interface Props {
  readonly batch: string;
  readonly onUndone?: (() => void) | undefined;
}

/** Takes one import back as a whole, after asking. */
export function UndoImport({ batch, onUndone }: Props) {
  const words = useText().history;
  const [isAsking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);

  async function takeBack() {
    setPending(true);
    try {
      const { undone, kept } = await call('undo/batch', { batch });
      notify({ text: words.batchUndone(undone, kept) });
      onUndone?.();
    } catch (error) {
      notifyError(error);
    } finally {
      setPending(false);
      setAsking(false);
    }
  }
  return (
    <>
      <Button variant="quiet" onPress={() => setAsking(true)}>
        {words.undoImport}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={words.undoImportTitle}
        confirmLabel={words.undoImport}
        onConfirm={() => void takeBack()}
        isDanger
        isPending={isPending}
      >
        {words.undoImportBody}
      </ConfirmDialog>
    </>
  );
}
