// The last check of the case. Outside the screen: it goes on, and its result stays, while another is open.
import { create } from 'zustand';
import type { CallResult } from '../../../shared/contract/contract.ts';
import { call } from '../../api/client.ts';
import { getApp, notify, notifyError } from '../../state/app-store.ts';
import { catalogues } from '../../text/catalogue.ts';
import { formats } from '../../text/format.ts';

export type Checked = CallResult<'case/check'>;

interface CheckState {
  readonly isChecking: boolean;
  readonly checked: Checked | undefined;
}

const initial: CheckState = { isChecking: false, checked: undefined };
export const useCheck = create<CheckState>(() => initial);
/** A check of a case that was closed meanwhile is let be. */
let number = 0;

/** Has the whole case checked. */
export async function check(): Promise<void> {
  if (useCheck.getState().isChecking) return;
  number += 1;
  const mine = number;
  useCheck.setState({ isChecking: true, checked: undefined });
  try {
    const checked = await call('case/check', {});
    if (mine === number) useCheck.setState({ isChecking: false, checked });
  } catch (error) {
    if (mine !== number) return;
    useCheck.setState({ isChecking: false });
    notifyError(error);
  }
}

export function closeCheck(): void {
  number += 1;
  useCheck.setState(initial);
}

/** Whether it is about what follows from the records, and goes when that is built anew. */
export function isOfIndexes({ code }: Checked['problems'][number]): boolean {
  return code === 'index' || code === 'cache';
}

/** Has the indexes built anew. What a check said before holds no longer. */
export async function reindex(): Promise<void> {
  try {
    const { incidents, documents } = await call('case/reindex', {});
    if (!useCheck.getState().isChecking) closeCheck();
    const { lang } = getApp();
    const f = formats[lang];
    const { reindexed } = catalogues[lang].history;
    notify({ text: reindexed(f.number(incidents), f.number(documents)) });
  } catch (error) {
    notifyError(error);
  }
}
