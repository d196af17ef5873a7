import type { ReactNode } from 'react';
import { useText } from '../text/index.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  readonly isDanger?: boolean | undefined;
  readonly cancelLabel?: string | undefined;
  readonly isPending?: boolean | undefined;
}

/** Asks before something that is hard to take back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const words = useText().ui;
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      role="alertdialog"
      size="s"
      footer={
        <>
          <Button onPress={props.onClose} autoFocus={props.isDanger === true}>
            {props.cancelLabel ?? words.cancel}
          </Button>
          <Button
            variant={props.isDanger === true ? 'danger' : 'primary'}
            onPress={props.onConfirm}
            isPending={props.isPending}
            // Enter must never do what cannot be taken back
            autoFocus={props.isDanger !== true}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
