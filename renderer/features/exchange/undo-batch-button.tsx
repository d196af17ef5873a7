import { useState } from 'react';
import { call } from '../../api/client.ts';
import { notify, notifyError } from '../../state/app-store.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

/** Takes one import back as a whole, after asking. */
export function UndoBatchButton({
  batch,
  onUndone,
}: {
  readonly batch: string;
  readonly onUndone?: () => void;
}) {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);

  async function takeBack() {
    setPending(true);
    try {
      const { undone, kept } = await call('undo/batch', { batch });
      notify({ text: text.history.batchUndone(undone, kept) });
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
        {text.exchange.undoBatch}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={text.history.undoImportTitle}
        confirmLabel={text.exchange.undoBatch}
        onConfirm={() => void takeBack()}
        isDanger
        isPending={isPending}
      >
        {text.history.undoImportBody}
      </ConfirmDialog>
    </>
  );
}
