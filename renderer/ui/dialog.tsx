import './dialog.css';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../text/index.tsx';
import { IconButton } from './icon-button.tsx';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  /** `full`: nearly the whole window; its content scrolls by itself. */
  readonly size?: 's' | 'm' | 'l' | 'xl' | 'full' | undefined;
  /** False: only its buttons close it. */
  readonly isDismissable?: boolean | undefined;
  readonly role?: 'dialog' | 'alertdialog' | undefined;
}

/** A modal dialog. Esc closes; the keyboard focus stays inside and goes back where it was. */
export function Dialog(props: DialogProps) {
  const words = useText().ui;
  const isDismissable = props.isDismissable ?? true;
  const role = props.role ?? 'dialog';
  return (
    <ModalOverlay
      className="c-scrim"
      isOpen={props.isOpen}
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
      isDismissable={isDismissable && role === 'dialog'}
      isKeyboardDismissDisabled={!isDismissable}
    >
      <Modal className={`c-modal c-modal-${props.size ?? 'm'}`}>
        <AriaDialog className="c-dialog u-no-ring" role={role}>
          <header className="c-dialog-header">
            <Heading slot="title" level={2} className="c-dialog-title">
              {props.title}
            </Heading>
            {isDismissable ? (
              <IconButton
                icon={<X size={16} aria-hidden="true" />}
                label={words.close}
                onPress={props.onClose}
              />
            ) : null}
          </header>
          <div className="c-dialog-body">{props.children}</div>
          {props.footer === undefined ? null : (
            <footer className="c-dialog-footer">{props.footer}</footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
