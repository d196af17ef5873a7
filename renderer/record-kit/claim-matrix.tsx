// Claims × (outcome, party): each figure with a bar on its outcome's scale, and the computed range below.
import type { ClaimView } from '../../shared/contract/read-calls.ts';
import type { Toll } from '../../shared/domain/records.ts';
import { spanOf } from '../../shared/domain/toll.ts';
import type { TollSummary } from '../../shared/domain/toll-types.ts';
import { type Outcome, outcomes, type Party, parties } from '../../shared/domain/vocabulary.ts';
import { figureWords, summaryWords } from '../../shared/text/toll-words.ts';
import { useLang, useText } from '../text/index.tsx';
import { GradeBadge } from '../ui/badges.tsx';
import './claim-matrix.css';
import { TollBar } from './toll-bar.tsx';
import { useLabels } from './use-vocabulary.ts';

interface Props {
  readonly claims: readonly ClaimView[];
  readonly tolls: readonly TollSummary[];
}

interface Column {
  readonly outcome: Outcome;
  readonly parties: readonly Party[];
  /** People at the right end of the bars of this outcome. */
  readonly max: number;
}

export function ClaimMatrix({ claims, tolls }: Props) {
  const words = useText().records.tolls;
  const labels = useLabels();
  const lang = useLang();
  const rows = claims.filter((view) => view.tolls.length > 0);
  const columns = matrixColumns(rows);
  if (rows.length === 0) return <p className="u-soft">{words.noTolls}</p>;
  return (
    <div className="claim-matrix">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrollable by keyboard */}
      <section className="claim-matrix-scroll" aria-label={words.matrix} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th rowSpan={2} scope="col">
                {words.claimColumn}
              </th>
              {columns.map(({ outcome, parties: list }) => (
                <th key={outcome} scope="colgroup" colSpan={list.length}>
                  {labels.outcomes[outcome]}
                </th>
              ))}
            </tr>
            <tr>
              {columns.flatMap(({ outcome, parties: list }) =>
                list.map((party) => (
                  <th key={`${outcome} ${party}`} scope="col" className="claim-matrix-party">
                    {labels.parties[party]}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((view) => (
              <Row key={view.claim.id} view={view} columns={columns} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.range}</th>
              {columns.map(({ outcome, parties: list, max }) => {
                const summary = tolls.find((toll) => toll.outcome === outcome);
                return (
                  <td key={outcome} colSpan={list.length}>
                    {summary === undefined ? (
                      '–'
                    ) : (
                      <>
                        <strong className="u-tabular">{summaryWords(summary, lang)}</strong>
                        {summary.low !== null && (
                          <TollBar
                            low={summary.low}
                            high={summary.high}
                            max={max}
                            best={summary.best}
                          />
                        )}
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          </tfoot>
        </table>
      </section>
    </div>
  );
}

function Row({ view, columns }: { readonly view: ClaimView; readonly columns: readonly Column[] }) {
  const words = useText().records;
  const isOut = view.isReplaced;
  const who = [view.claimant?.name, ...view.via.map(({ name }) => `${words.claims.via} ${name}`)]
    .filter(Boolean)
    .join(' ');
  return (
    <tr data-out={isOut || undefined} data-denied={view.deniedBy !== null || undefined}>
      <th scope="row">
        <GradeBadge grade={view.grade} isQuiet={isOut} />{' '}
        <span title={view.claim.statement}>
          <bdi>{who === '' ? (view.source?.title ?? view.claim.statement) : who}</bdi>
        </span>
        {isOut && <span className="claim-matrix-mark"> {words.claims.superseded}</span>}
        {view.deniedBy !== null && (
          <span className="claim-matrix-mark"> {words.claims.deniedBy(view.deniedBy.name)}</span>
        )}
      </th>
      {columns.flatMap(({ outcome, parties: list, max }) =>
        list.map((party) => (
          <td key={`${outcome} ${party}`}>
            {view.tolls
              .filter((toll) => toll.outcome === outcome && toll.party === party)
              .map((toll) => (
                <Figure key={toll.id} toll={toll} max={max} isOut={isOut} />
              ))}
          </td>
        )),
      )}
    </tr>
  );
}

interface FigureProps {
  readonly toll: Toll;
  readonly max: number;
  readonly isOut: boolean;
}

function Figure({ toll, max, isOut }: FigureProps) {
  const lang = useLang();
  const span = spanOf(toll);
  const text = figureWords(toll, lang);
  return (
    <div className="claim-matrix-figure">
      <span className="u-tabular">{isOut ? <s>{text}</s> : text}</span>
      {span !== null && !isOut && <TollBar low={span.low} high={span.high} max={max} />}
    </div>
  );
}

function matrixColumns(claims: readonly ClaimView[]): readonly Column[] {
  const all = claims.flatMap((view) => view.tolls);
  return outcomes.flatMap((outcome) => {
    const given = all.filter((toll) => toll.outcome === outcome);
    if (given.length === 0) return [];
    const bounds = given.map((toll) => {
      const span = spanOf(toll);
      return span === null ? 0 : (span.high ?? span.low * 1.25);
    });
    return [
      {
        outcome,
        parties: parties.filter((party) => given.some((toll) => toll.party === party)),
        max: Math.max(1, ...bounds),
      },
    ];
  });
}
