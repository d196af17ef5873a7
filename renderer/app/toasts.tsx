import { useEffect } from 'react';
import { dismissToast, type Toast, useApp } from '../state/app-store.ts';
import { errorWords } from '../text/error-words.ts';
import { useText } from '../text/index.tsx';
import { ToastRegion, type ToastView } from '../ui/toast-region.tsx';

/** Milliseconds a message stays; one that offers something stays longer, an error until it is closed. */
const stays = { plain: 5000, withAction: 12_000 } as const;
const tones = { done: 'good', info: 'info', error: 'bad' } as const;

export function Toasts() {
  const text = useText();
  const toasts = useApp((state) => state.toasts);
  const views = toasts.map((toast): ToastView => {
    const { id, tone, error, action } = toast;
    const words = error === undefined ? undefined : errorWords(text, error);
    return {
      id,
      tone: tones[tone],
      message: [toast.text, words?.title ?? ''].filter((part) => part !== '').join(' – '),
      detail: words?.next,
      action:
        action === undefined
          ? undefined
          : {
              label: action.label,
              onPress: () => {
                dismissToast(id);
                action.run();
              },
            },
    };
  });
  return (
    <>
      {toasts.map((toast) => (
        <Leaving key={toast.id} toast={toast} />
      ))}
      <ToastRegion toasts={views} onClose={dismissToast} />
    </>
  );
}

/** Takes a message away after its time. */
function Leaving({ toast }: { readonly toast: Toast }) {
  const { id, tone, action } = toast;
  const time = action === undefined ? stays.plain : stays.withAction;
  useEffect(() => {
    if (tone === 'error') return undefined;
    const timer = setTimeout(() => dismissToast(id), time);
    return () => clearTimeout(timer);
  }, [id, tone, time]);
  return null;
}
