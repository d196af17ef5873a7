// Reading a source for suggestions: asked for, done again when the text changed, taken back.
import { isExactDay } from '../../../../shared/domain/edtf.ts';
import type { Source } from '../../../../shared/domain/records.ts';
import { asAppError, call } from '../../../api/client.ts';
import { saveNow } from '../../../record-kit/use-save.ts';
import { getCase } from '../../../state/case-store.ts';
import { clearLocalSteps } from '../../../state/local-undo.ts';
import { readFacts, readMatches } from './case-facts.ts';
import {
  answersFor,
  getSuggest,
  lookAt,
  lookOn,
  resetSuggest,
  restand,
  setSuggest,
  takeFocus,
} from './suggest-store.ts';
import { groupSuggestions } from './suggestion.ts';
import { castOf } from './who-of.ts';

/** Rises with every reading; an older answer is not shown. */
let reading = 0;

/** The panel shows this source from now on. A text that was read and changed is read again. */
export function showSource(source: Source): void {
  const before = getSuggest();
  if (before.source?.id !== source.id) {
    stop();
    resetSuggest(source);
    return;
  }
  const isOther =
    before.source.text_sha256 !== source.text_sha256 ||
    before.source.published !== source.published ||
    before.source.language !== source.language;
  setSuggest({ source });
  if (isOther && (before.step === 'read' || before.step === 'failed')) void read(false);
}

/** "Read this for me": asks for the day of publication first, since relative words count from it. */
export function readForMe(): void {
  const { source, step } = getSuggest();
  takeFocus();
  if (source === undefined || source.text.trim() === '' || step === 'reading') return;
  if (source.published === null && canWrite()) {
    setSuggest({ step: 'asks-date' });
    return;
  }
  void read(true);
}

export function askForDay(): void {
  setSuggest({ step: 'asks-date' });
  takeFocus();
}

/** Keeps the day with the source and reads; the day is a save of its own. */
export async function keepDayAndRead(day: string): Promise<void> {
  const { source } = getSuggest();
  if (source === undefined || !isExactDay(day)) return;
  const patch = { published: day };
  const isKept = await saveNow([{ do: 'update', table: 'source', id: source.id, patch }]);
  if (!isKept || getSuggest().source?.id !== source.id) return;
  setSuggest({ source: { ...source, published: day } });
  await read(true);
}

export async function read(takesFocus: boolean): Promise<void> {
  const { source } = getSuggest();
  if (source === undefined) return;
  reading += 1;
  const mine = reading;
  setSuggest({ step: 'reading', error: undefined, asking: undefined });
  try {
    const [found, facts] = await Promise.all([
      call('extract/suggest', { sourceId: source.id }),
      readFacts(source.id),
    ]);
    if (mine !== reading) return;
    const groups = groupSuggestions(found, facts.dossier.source.text);
    setSuggest({ step: 'read', found, matches: new Map() });
    restand({ groups, facts });
    keepCursor();
    if (takesFocus) takeFocus();
    await compare();
  } catch (thrown) {
    if (mine !== reading) return;
    const error = asAppError(thrown);
    const isCancelled = error.code === 'call/cancelled';
    setSuggest({ step: isCancelled ? 'idle' : 'failed', error: isCancelled ? undefined : error });
  }
}

export function cancelReading(): void {
  if (getSuggest().step !== 'reading') return;
  stop();
  setSuggest({ step: getSuggest().found === undefined ? 'idle' : 'read' });
}

function stop(): void {
  const wasReading = getSuggest().step === 'reading';
  reading += 1;
  // the thread may be in the middle of a long text; whether it heard does not matter to the page
  if (wasReading) void call('extract/cancel', {}).catch(() => undefined);
}

function keepCursor(): void {
  const { cursor, groups } = getSuggest();
  const isThere = groups.some(({ items }) => items.some(({ id }) => id === cursor?.id));
  if (isThere) lookAt(cursor?.id);
  else lookOn([]);
}

/** The case changed: compares with it anew. The last answer wins. */
export async function refresh(): Promise<void> {
  const { source, step } = getSuggest();
  clearLocalSteps();
  if (source === undefined || step !== 'read') return;
  const mine = reading;
  try {
    const facts = await readFacts(source.id);
    if (mine !== reading || getSuggest().source?.id !== source.id) return;
    restand({ facts });
  } catch {
    // the source was just deleted or the case closed: the screen itself says so
  }
}

/** Looks for incidents of the case that the open candidates may be. */
export async function compare(): Promise<void> {
  const { source, groups, standings, facts, found } = getSuggest();
  if (source === undefined || facts === undefined || found === undefined) return;
  const mine = reading;
  const cast = { actors: facts.actors, members: found.cast, answers: answersFor(source.id) };
  const known = new Set(
    groups.flatMap(({ incident }) => {
      const standing = incident && standings.get(incident.id);
      return standing?.state === 'accepted' ? [standing.recordId] : [];
    }),
  );
  for (const { id, incident, items } of groups) {
    if (incident === undefined || standings.get(incident.id)?.state !== 'open') continue;
    const named = castOf(items, groups, cast);
    try {
      const matches = await readMatches(incident.incident, (one) => named.has(one), known);
      if (mine !== reading) return;
      setSuggest({ matches: new Map([...getSuggest().matches, [id, matches]]) });
    } catch {
      // without a comparison the candidate is simply new; nothing is lost
    }
  }
}

function canWrite(): boolean {
  return getCase().caseState?.isReadOnly === false;
}
