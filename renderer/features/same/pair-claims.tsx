import type { ClaimView, IncidentDossier } from '../../../shared/contract/read-calls.ts';
import { labels } from '../../../shared/text/index.ts';
import { figureWords } from '../../../shared/text/toll-words.ts';
import { useLang, useText } from '../../text/index.tsx';
import { GradeBadge } from '../../ui/badges.tsx';

interface Props {
  readonly a: IncidentDossier;
  readonly b: IncidentDossier;
}

/** What is claimed about each, side by side: to compare, not to change. */
export function PairClaims({ a, b }: Props) {
  const t = useText().same;
  return (
    <div className="same-claims">
      {[a, b].map(({ incident, claims }) => (
        <section key={incident.id} aria-label={incident.title}>
          <h4>{claims.length === 0 ? t.noClaims : t.claims(claims.length)}</h4>
          <ul>
            {claims.map((view) => (
              <Line key={view.claim.id} view={view} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Line({ view: { claim, claimant, source, tolls, grade } }: { readonly view: ClaimView }) {
  const words = useText().records.claims;
  const lang = useLang();
  const l = labels(lang);
  const figures = tolls.map(
    (toll) =>
      `${figureWords(toll, lang)} ${l.outcomes[toll.outcome].toLowerCase()} (${l.parties[toll.party].toLowerCase()})`,
  );
  const from = [claimant?.name ?? words.noClaimant, source?.publisher ?? source?.title ?? ''];
  return (
    <li data-superseded={claim.superseded_by_id !== null || undefined}>
      <GradeBadge grade={grade} isQuiet={claim.superseded_by_id !== null} />
      <div>
        <p dir="auto">{claim.statement === '' ? l.claimKinds[claim.kind] : claim.statement}</p>
        {figures.length === 0 ? null : <p className="u-tabular">{figures.join(' · ')}</p>}
        <p className="u-soft">
          <bdi>{from.filter((part) => part !== '').join(' · ')}</bdi>
        </p>
      </div>
    </li>
  );
}
