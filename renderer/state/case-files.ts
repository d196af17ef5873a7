// Opening, making and copying case files. Dialogs are the shell's; the page only ever holds a token.
import type { CallResult } from '../../shared/contract/contract.ts';
import { call } from '../api/client.ts';

/** What came of a dialog: `undefined` when the analyst closed it. */
type Outcome<T> = Promise<T | undefined>;

/** Asks for a case and opens it; true when one was opened. Throws the `case/*` codes. */
export async function openCaseByDialog(): Promise<boolean> {
  const chosen = await call('file/choose', { purpose: 'open-case' });
  if (chosen.cancelled) return false;
  await call('case/open', { token: chosen.token });
  return true;
}

/** Opens an entry of the recent list. Throws the `case/*` codes. */
export async function openRecent(token: string): Promise<void> {
  await call('case/open', { token });
}

/** Asks where to keep a new case and opens it; true when it was made. */
export async function makeCase(title: string): Promise<boolean> {
  const chosen = await call('file/choose', {
    purpose: 'new-case',
    suggestedName: title.slice(0, 120),
  });
  if (chosen.cancelled) return false;
  await call('case/new', { token: chosen.token, title });
  return true;
}

export async function openSample(which: 'djibo' | 'training'): Promise<void> {
  await call('case/open-sample', { which });
}

export async function closeCase(): Promise<void> {
  await call('case/close', {});
}

/** Asks where to and writes a checked copy of the open case. */
export async function saveCopy(title: string): Outcome<CallResult<'case/save-copy'>> {
  const chosen = await call('file/choose', {
    purpose: 'save-copy',
    suggestedName: title.slice(0, 120),
  });
  if (chosen.cancelled) return undefined;
  return call('case/save-copy', { token: chosen.token });
}
