import './toast-region.css';
import { X } from 'lucide-react';
import { useText } from '../text/index.tsx';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { type Tone, ToneIcon } from './tone-icon.tsx';

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

/** Short messages in the corner. The region is always there, so that new ones are read out. */
export function ToastRegion({ toasts, onClose }: ToastRegionProps) {
  const words = useText().ui;
  return (
    <section className="c-toasts" aria-label={words.notifications} aria-live="polite">
      {toasts.map((toast) => (
        <div
          key={toast.id}
          className={`c-toast c-toast-${toast.tone}`}
          role={toast.tone === 'bad' ? 'alert' : 'status'}
        >
          <ToneIcon tone={toast.tone} />
          <div className="c-toast-words">
            <p>{toast.message}</p>
            {toast.detail === undefined ? null : <p className="u-soft">{toast.detail}</p>}
          </div>
          {toast.action === undefined ? null : (
            <Button variant="quiet" onPress={toast.action.onPress}>
              {toast.action.label}
            </Button>
          )}
          <IconButton
            icon={<X size={14} aria-hidden="true" />}
            label={words.close}
            onPress={() => onClose(toast.id)}
          />
        </div>
      ))}
    </section>
  );
}
