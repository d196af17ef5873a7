import { useState } from 'react';
import type { CallInput } from '../../shared/contract/contract.ts';
import { call } from '../api/client.ts';
import { notify, notifyError } from '../state/app-store.ts';

interface Drawing {
  readonly purpose: CallInput<'file/choose'>['purpose'];
  /** Offered in the dialog; cut to what a file system takes. */
  readonly name: string;
  /** Made only when a place for it was chosen. */
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** Writes what a screen draws to a file of the analyst's choice; `saved` is told with its name. */
export function useSavePicture(saved: (fileName: string) => string, onDone: () => void) {
  const [isPending, setPending] = useState(false);

  async function save({ purpose, name, bytes }: Drawing) {
    setPending(true);
    try {
      const suggestedName = name.trim().slice(0, 120);
      const chosen = await call('file/choose', { purpose, suggestedName });
      if (chosen.cancelled) return;
      const written = await call('network/save', { token: chosen.token, bytes: await bytes() });
      notify({ text: saved(written.fileName) });
      onDone();
    } catch (error) {
      notifyError(error);
    } finally {
      setPending(false);
    }
  }
  return { isPending, save };
}
