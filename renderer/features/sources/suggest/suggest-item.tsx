import {
  CalendarDays,
  Check,
  Crosshair,
  Link2,
  MapPin,
  MessageSquareQuote,
  Swords,
  User,
  Users,
  X,
} from 'lucide-react';
import { useText } from '../../../text/index.tsx';
import { classes } from '../../../ui/defined.ts';
import { ItemDetail } from './item-detail.tsx';
import type { Match } from './match-incident.ts';
import type { Standing } from './standing.ts';
import { lookAt } from './suggest-store.ts';
import type { Suggestion, SuggestionKind } from './suggestion.ts';
import { asideOf, lineOf, type Wording } from './word-suggestion.ts';

const icons: { readonly [K in SuggestionKind]: typeof Check } = {
  incident: Swords,
  date: CalendarDays,
  place: MapPin,
  role: Users,
  claim: MessageSquareQuote,
  same: Link2,
  person: User,
  actor: Users,
  locality: Crosshair,
};

interface Props {
  readonly item: Suggestion;
  readonly standing: Standing;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  readonly wording: Wording;
  readonly matches: readonly Match[] | undefined;
}

export function SuggestItem(props: Props) {
  const { item, standing, isCurrent, isTabStop, wording, matches } = props;
  const words = useText().suggest;
  const Icon = icons[item.kind];
  const state =
    standing.state === 'accepted' && standing.isChanged ? ('changed' as const) : standing.state;
  const aside = asideOf(item, wording);
  return (
    <li
      className={classes('suggest-item', item.kind === 'incident' ? 'is-head' : undefined)}
      data-state={state}
      data-current={isCurrent || undefined}
    >
      <button
        type="button"
        className="suggest-line u-no-ring"
        aria-current={isCurrent || undefined}
        tabIndex={isTabStop ? 0 : -1}
        onClick={() => lookAt(item.id)}
        title={words.kinds[item.kind]}
      >
        <span className="suggest-icon">
          <Icon size={14} aria-hidden />
          <span className="u-visually-hidden">{words.kindBefore(words.kinds[item.kind])}</span>
        </span>
        <span className="suggest-words">
          <bdi className="suggest-what">{lineOf(item, wording)}</bdi>{' '}
          {aside !== '' && <bdi className="suggest-aside">{aside}</bdi>}
        </span>
        <StateSign state={state} label={words.states[state]} />
      </button>
      {isCurrent && (
        <ItemDetail item={item} standing={standing} wording={wording} matches={matches} />
      )}
    </li>
  );
}

interface StateSignProps {
  readonly state: 'open' | 'accepted' | 'changed' | 'rejected';
  readonly label: string;
}

function StateSign({ state, label }: StateSignProps) {
  if (state === 'open') return <span className="u-visually-hidden"> ({label})</span>;
  return (
    <span className="suggest-state">
      {state === 'rejected' ? <X size={13} aria-hidden /> : <Check size={13} aria-hidden />}
      <span className={state === 'accepted' ? 'u-visually-hidden' : undefined}>{label}</span>
    </span>
  );
}
