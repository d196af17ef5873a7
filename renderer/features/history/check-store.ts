// The last check of the case. Outside the screen: it goes on, and its result stays, while another is open.
import { create } from 'zustand';
import type { CallResult } from '../../../shared/contract/contract.ts';
import { call } from '../../api/client.ts';
import { notifyError } from '../../state/app-store.ts';

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
