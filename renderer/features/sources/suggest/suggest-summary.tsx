import { RotateCw } from 'lucide-react';
import { isExactDay } from '../../../../shared/domain/edtf.ts';
import { fold } from '../../../../shared/lib/fold.ts';
import { useCase } from '../../../state/case-store.ts';
import { useText } from '../../../text/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { askForDay, readForMe } from './read-source.ts';
import { allItems, useSuggest } from './suggest-store.ts';
import type { Suggestion } from './suggestion.ts';

/** Longest text the engine reads, in characters; see `shared/extract/extract.ts`. */
const longestText = 400_000;

/** What was found, how much of it is decided on, and what limits the reading. */
export function SuggestSummary() {
  const words = useText().suggest;
  const found = useSuggest((state) => state.found);
  const groups = useSuggest((state) => state.groups);
  const standings = useSuggest((state) => state.standings);
  const length = useSuggest((state) => state.facts?.dossier.source.text.length ?? 0);
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  if (found === undefined) return null;
  const items = allItems(groups);
  const count = (kind: Suggestion['kind']) => items.filter((item) => item.kind === kind).length;
  const states = [...standings.values()];
  const inState = (state: string) => states.filter((standing) => standing.state === state).length;
  const open = inState('open');
  const hasDay = found.published !== null && isExactDay(found.published);
  const undated = hasDay ? 0 : found.dates.filter(({ date }) => date === null).length;
  return (
    <div className="suggest-head">
      {found.language === 'unreadable' ? (
        <Notice tone="info" title={words.unreadableTitle}>
          {words.unreadable}
        </Notice>
      ) : found.nothingFound ? (
        <Notice tone="info" title={words.nothingTitle}>
          {words.nothingNext} {items.length > 0 && words.nothingNamed}
        </Notice>
      ) : (
        <div className="suggest-summary">
          <p>
            <strong>
              {words.summary(count('incident'), count('claim'), actorCount(items), count('person'))}
            </strong>
            <br />
            <span className="u-soft">
              {open === 0 ? words.allDecided : words.untilAccepted}{' '}
              {words.decided(open, inState('accepted'), inState('rejected'))}
            </span>
          </p>
          <IconButton
            icon={<RotateCw size={14} aria-hidden />}
            label={words.readAgain}
            onPress={readForMe}
          />
        </div>
      )}
      {found.language === 'unsure' && (
        <Notice tone="warn">{words.unsure(words.langs[found.lang])}</Notice>
      )}
      {length > longestText && <Notice tone="warn">{words.partial}</Notice>}
      {undated > 0 && (
        <Notice
          tone="warn"
          actions={
            <Button isDisabled={isReadOnly} onPress={askForDay}>
              {words.setDay}
            </Button>
          }
        >
          {words.noDay(undated)}
        </Notice>
      )}
      {isReadOnly && items.length > 0 && <Notice tone="info">{words.readOnly}</Notice>}
    </div>
  );
}

/** Different actors, in incidents and beside them. */
function actorCount(items: readonly Suggestion[]): number {
  return new Set(
    items.flatMap((item) => {
      if (item.kind === 'role') return [fold(item.role.canonical ?? item.role.name)];
      return item.kind === 'actor' ? [fold(item.actor.canonical ?? item.actor.name)] : [];
    }),
  ).size;
}
