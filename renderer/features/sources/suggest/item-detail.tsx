import { open } from '../../../state/app-store.ts';
import { useText } from '../../../text/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { accept, acceptGroup, attach, decide, reject } from './decide.ts';
import { canEdit, edit } from './edit.ts';
import type { Match } from './match-incident.ts';
import { Matches } from './matches.tsx';
import type { Standing } from './standing.ts';
import { sentenceAt } from './statement.ts';
import { takeFocus, useSuggest } from './suggest-store.ts';
import type { Suggestion } from './suggestion.ts';
import { reasonOf, type Wording } from './word-suggestion.ts';

interface Props {
  readonly item: Suggestion;
  readonly standing: Standing;
  readonly wording: Wording;
  readonly matches: readonly Match[] | undefined;
}

/** A decision by mouse: the button goes away with it, so the focus goes to the line looked at. */
function act(work: () => void | Promise<void>): void {
  void decide(work).then(takeFocus);
}

/** Why it is suggested, the words that say it, and what can be done with it. */
export function ItemDetail({ item, standing, wording, matches = [] }: Props) {
  const words = useText().suggest;
  const source = useSuggest((state) => state.facts?.dossier.source);
  const incidentId = useSuggest(({ groups, standings }) => {
    const head = groups.find(({ id }) => id === item.group)?.incident;
    const of = head && standings.get(head.id);
    return of?.state === 'accepted' ? of.recordId : undefined;
  });
  const [passage] = item.passages;
  const said = sentenceAt(source?.text ?? '', passage, source?.language ?? wording.lang);
  const isOpen = standing.state === 'open';
  const hasEditor =
    standing.state === 'accepted' &&
    (item.kind === 'claim' ||
      item.kind === 'date' ||
      item.kind === 'place' ||
      item.kind === 'role');
  return (
    <div className="suggest-detail">
      <p>{reasonOf(item, wording)}</p>
      {/* the whole sentence of an incident is lit up in the text beside it */}
      {item.kind !== 'incident' && (
        <blockquote dir="auto" className="suggest-quote">
          {said}
        </blockquote>
      )}
      {isOpen && matches.length > 0 && (
        <Matches matches={matches} onAttach={(id) => act(() => attach(item, id))} />
      )}
      <div className="suggest-row-actions" data-own-keys>
        {isOpen && (
          <Button
            variant="primary"
            shortcut={words.keyNames.enter}
            onPress={() => act(() => accept([item]))}
          >
            {words.actions.accept}
          </Button>
        )}
        {isOpen && item.kind === 'incident' && (
          <Button shortcut="A" onPress={() => act(() => acceptGroup(item))}>
            {words.actions.acceptAll}
          </Button>
        )}
        {(isOpen || hasEditor) && canEdit(item) && (
          <Button shortcut="E" onPress={() => act(() => edit(item))}>
            {words.actions.edit}
          </Button>
        )}
        {isOpen && (
          <Button variant="quiet" shortcut="X" onPress={() => act(() => reject(item))}>
            {item.kind === 'incident' ? words.actions.rejectAll : words.actions.reject}
          </Button>
        )}
        {standing.state === 'rejected' && (
          <Button shortcut="X" onPress={() => act(() => reject(item))}>
            {words.actions.reopen}
          </Button>
        )}
        {standing.state === 'accepted' && incidentId !== undefined && (
          <Button onPress={() => void open('incident', incidentId)}>{words.actions.show}</Button>
        )}
        {standing.state === 'accepted' && item.kind === 'incident' && (
          <Button shortcut="A" onPress={() => act(() => acceptGroup(item))}>
            {words.actions.acceptRest}
          </Button>
        )}
      </div>
    </div>
  );
}
