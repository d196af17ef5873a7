import { edtfWords } from '../../../../shared/text/date-words.ts';
import { useFormat, useLang, useText } from '../../../text/index.tsx';
import { Button } from '../../../ui/button.tsx';
import type { Match } from './match-incident.ts';

interface Props {
  readonly matches: readonly Match[];
  readonly onAttach: (incidentId: string) => void;
}

/** Incidents of the case that the candidate may be, with what agrees. */
export function Matches({ matches, onAttach }: Props) {
  const words = useText().suggest;
  const lang = useLang();
  return (
    <div className="suggest-matches" data-own-keys>
      <p className="suggest-small">
        <strong>{words.match.title}</strong>
      </p>
      <ul>
        {matches.map((match, i) => (
          <li key={match.id}>
            <div>
              <bdi>{match.title}</bdi>
              <p className="u-soft suggest-small">
                {match.dateEdtf !== null && `${edtfWords(match.dateEdtf, lang)} · `}
                <Agreement match={match} />
              </p>
            </div>
            <Button shortcut={i === 0 ? 'M' : undefined} onPress={() => onAttach(match.id)}>
              {words.actions.attach}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Agreement({ match }: { readonly match: Match }) {
  const words = useText().suggest.match;
  const format = useFormat();
  const parts = [
    match.date === undefined ? undefined : words[match.date],
    match.where === 'near'
      ? words.near(`${format.number(Math.round(match.km ?? 0))}\u00a0km`)
      : words[match.where],
    match.actors.length === 0 ? undefined : words.actor(format.list(match.actors)),
  ].filter((part) => part !== undefined);
  return parts.join(', ');
}
