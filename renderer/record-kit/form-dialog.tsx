import type { ReactNode } from 'react';
import { useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/defined.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from './error-notice.tsx';
import './form-dialog.css';
import { onCtrlEnter } from './on-ctrl-enter.ts';
import { useDiscardGuard } from './use-discard-guard.tsx';
import type { Saving } from './use-save.ts';

interface Props {
  readonly title: string;
  readonly size: 's' | 'm' | 'l' | 'xl';
  readonly saving: Saving;
  /** Words of the saving button; "Save" without them. */
  readonly saveLabel?: string | undefined;
  /** False: there is nothing to save yet. */
  readonly isReady?: boolean | undefined;
  /** True: there is nothing to fill in, so the focus begins on the saving button. */
  readonly startsAtSave?: boolean | undefined;
  /** True: something was typed, so closing asks first. */
  readonly isDirty?: boolean | undefined;
  readonly onSave: () => void;
  readonly onClose: () => void;
  /** Class of the grid that the fields lie in; a field of class `form-dialog-wide` takes a whole row. */
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A record's form in a dialog: saves on Ctrl+Enter, tells refusals on top, asks before discarding. */
export function FormDialog(props: Props) {
  const { saving, isReady = true, isDirty = false, onSave, children } = props;
  const words = useText().records.common;
  const guard = useDiscardGuard(isDirty, props.onClose);
  return (
    <Dialog
      isOpen
      onClose={guard.close}
      title={props.title}
      size={props.size}
      footer={
        <>
          <Button onPress={guard.close}>{words.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={!isReady}
            isPending={saving.isSaving}
            autoFocus={props.startsAtSave}
            onPress={onSave}
            shortcut="Ctrl+Enter"
          >
            {props.saveLabel ?? words.save}
          </Button>
        </>
      }
    >
      <div
        className={classes('form-dialog', props.className)}
        onKeyDownCapture={onCtrlEnter(() => isReady && onSave())}
      >
        <ErrorNotice error={saving.error} />
        {guard.question}
        {children}
      </div>
    </Dialog>
  );
}
