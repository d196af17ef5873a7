import './toast-region.css';
import { X } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useText } from '../text/index.tsx';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { type Tone, ToneIcon } from './tone-icon.tsx';
import { useBoxSize } from './use-box-size.ts';

export interface ToastView {
  readonly id: string;
  readonly tone: Tone;
  readonly message: string;
  readonly detail?: string | undefined;
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
}

export interface ToastRegionProps {
  readonly toasts: readonly ToastView[];
  readonly onClose: (id: string) => void;
}

/** Pixels of the line that the frame ends with. */
const lineHeight = 24;

/**
 * Short messages in the last line of the window. The region is always there, so that new ones are read out. What one
 * line does not hold makes the frame shorter (`--toasts-rise`) and so covers nothing.
 */
export function ToastRegion({ toasts, onClose }: ToastRegionProps) {
  const words = useText().ui;
  const box = useRef<HTMLElement>(null);
  const { height } = useBoxSize(box);
  useLayoutEffect(() => {
    const rise = Math.max(0, height - lineHeight);
    document.documentElement.style.setProperty('--toasts-rise', `${rise}px`);
  }, [height]);
  return (
    <section ref={box} className="c-toasts" aria-label={words.notifications} aria-live="polite">
      {toasts.map((toast) => (
        <div
          key={toast.id}
          className={`c-toast c-toast-${toast.tone}`}
          role={toast.tone === 'bad' ? 'alert' : 'status'}
        >
          <ToneIcon tone={toast.tone} />
          <div className="c-toast-words">
            <span className="c-toast-message">{toast.message}</span>
            {toast.detail === undefined ? null : <span className="u-soft"> {toast.detail}</span>}
          </div>
          {toast.action === undefined ? null : (
            <Button variant="quiet" onPress={toast.action.onPress}>
              {toast.action.label}
            </Button>
          )}
          <IconButton
            icon={<X size={13} aria-hidden="true" />}
            label={words.close}
            onPress={() => onClose(toast.id)}
          />
        </div>
      ))}
    </section>
  );
}
