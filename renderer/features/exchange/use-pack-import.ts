import { useEffect, useRef, useState } from 'react';
import type { ImportResult, PackPreview } from '../../../shared/contract/exchange-calls.ts';
import type { AppError } from '../../../shared/lib/app-error.ts';
import { asAppError, call } from '../../api/client.ts';
import { setApp, useApp } from '../../state/app-store.ts';

export type Side = 'ours' | 'theirs';

/** Where an import stands. Nothing is written before `import` is called. */
export type ImportStep =
  | { readonly step: 'none' }
  | { readonly step: 'reading'; readonly fileName: string }
  | { readonly step: 'refused'; readonly fileName: string; readonly error: AppError }
  | { readonly step: 'preview' | 'importing'; readonly preview: PackPreview }
  | { readonly step: 'done'; readonly preview: PackPreview; readonly result: ImportResult };

export interface PackImport {
  readonly state: ImportStep;
  /** Answer for conflicts that are not decided one by one. */
  readonly conflicts: Side;
  readonly decisions: Readonly<Record<string, Side>>;
  readonly setConflicts: (side: Side) => void;
  readonly decide: (id: string, side: Side) => void;
  readonly choose: () => void;
  readonly run: () => void;
  readonly close: () => void;
}

/** One import from choosing the file to its result; also takes a pack opened by double click. */
export function usePackImport(): PackImport {
  const [state, setState] = useState<ImportStep>({ step: 'none' });
  const [conflicts, setConflicts] = useState<Side>('ours');
  const [decisions, setDecisions] = useState<Readonly<Record<string, Side>>>({});
  const number = useRef(0);
  const offered = useApp((app) => app.offeredPack);

  async function read(token: string, fileName: string) {
    number.current += 1;
    const mine = number.current;
    setState({ step: 'reading', fileName });
    setConflicts('ours');
    setDecisions({});
    try {
      const preview = await call('pack/preview', { token });
      if (mine === number.current) setState({ step: 'preview', preview });
    } catch (error) {
      if (mine === number.current)
        setState({ step: 'refused', fileName, error: asAppError(error) });
    }
  }

  async function choose() {
    if (state.step === 'importing') return;
    try {
      const chosen = await call('file/choose', { purpose: 'import-pack' });
      if (!chosen.cancelled) await read(chosen.token, chosen.fileName);
    } catch (error) {
      setState({ step: 'refused', fileName: '', error: asAppError(error) });
    }
  }

  async function run() {
    if (state.step !== 'preview') return;
    const { preview } = state;
    setState({ step: 'importing', preview });
    try {
      const result = await call('pack/import', {
        preview: preview.preview,
        conflicts,
        decisions,
      });
      setState({ step: 'done', preview, result });
    } catch (error) {
      setState({ step: 'refused', fileName: preview.fileName, error: asAppError(error) });
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: one reading per pack that is offered
  useEffect(() => {
    if (offered === undefined) return;
    setApp({ offeredPack: undefined });
    void read(offered.token, offered.fileName);
  }, [offered]);

  return {
    state,
    conflicts,
    decisions,
    setConflicts,
    decide: (id, side) => setDecisions((before) => ({ ...before, [id]: side })),
    choose: () => void choose(),
    run: () => void run(),
    close: () => setState({ step: 'none' }),
  };
}
