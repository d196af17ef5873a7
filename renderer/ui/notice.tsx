import './notice.css';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../text/index.tsx';
import { IconButton } from './icon-button.tsx';
import { type Tone, ToneIcon } from './tone-icon.tsx';

export interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly onClose?: (() => void) | undefined;
}

/** A message that stands where it matters, in the flow of the page. */
export function Notice(props: NoticeProps) {
  const words = useText().ui;
  return (
    <div
      className={`c-notice c-notice-${props.tone}`}
      role={props.tone === 'bad' ? 'alert' : 'status'}
    >
      <ToneIcon tone={props.tone} />
      <div className="c-notice-words">
        {props.title === undefined ? null : <p className="c-notice-title">{props.title}</p>}
        {props.children === undefined ? null : <div>{props.children}</div>}
        {props.actions === undefined ? null : (
          <div className="c-notice-actions">{props.actions}</div>
        )}
      </div>
      {props.onClose === undefined ? null : (
        <IconButton
          icon={<X size={14} aria-hidden="true" />}
          label={words.close}
          onPress={props.onClose}
        />
      )}
    </div>
  );
}
