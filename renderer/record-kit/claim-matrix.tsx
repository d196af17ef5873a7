// Claims × (outcome, party): each figure with a bar on its outcome's scale, and the ranges they give below.
import type { ClaimView } from '../../shared/contract/read-calls.ts';
import type { Toll } from '../../shared/domain/records.ts';
import { spanOf, summariseParty } from '../../shared/domain/toll.ts';
import type { TollScale } from '../../shared/domain/toll-scale.ts';
import type { TollSummary } from '../../shared/domain/toll-types.ts';
import { tollClaims } from '../../shared/domain/toll-views.ts';
import { figureWords, summaryWords } from '../../shared/text/toll-words.ts';
import { useLang, useText } from '../text/index.tsx';
import { GradeBadge } from '../ui/badges.tsx';
import './claim-matrix.css';
import { type Column, matrixColumns } from './claim-matrix-columns.ts';
import { ClaimTies } from './claim-tie-lines.tsx';
import { PassageButton } from './passage-button.tsx';
import { TollBar, TollTicks } from './toll-bar.tsx';
import { useLabels } from './use-vocabulary.ts';

interface Props {
  readonly claims: readonly ClaimView[];
  readonly tolls: readonly TollSummary[];
}

export function ClaimMatrix({ claims, tolls }: Props) {
  const words = useText().records.tolls;
  const labels = useLabels();
  const rows = claims
    .filter((view) => view.tolls.length > 0)
    .toSorted((a, b) => Number(a.isReplaced) - Number(b.isReplaced));
  const columns = matrixColumns(rows);
  if (rows.length === 0) return <p className="u-soft">{words.noTolls}</p>;
  return (
    <div className="claim-matrix">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrollable by keyboard */}
      <section className="claim-matrix-scroll" aria-label={words.matrix} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th rowSpan={2} scope="col" className="claim-matrix-claim">
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
          <Totals claims={rows} tolls={tolls} columns={columns} />
        </table>
      </section>
    </div>
  );
}

/** The range of each party, and of all together where a claim names several. */
function Totals({ claims, tolls, columns }: Props & { readonly columns: readonly Column[] }) {
  const words = useText().records.tolls;
  const all = tollClaims(claims);
  const hasSeveral = columns.some(({ parties }) => parties.length > 1);
  return (
    <tfoot>
      <tr>
        <th scope="row">{hasSeveral ? words.rangeByParty : words.range}</th>
        {columns.flatMap(({ outcome, parties, scale }) =>
          parties.map((party) => (
            <td key={`${outcome} ${party}`}>
              <RangeCell
                summary={summariseParty(all, party).find((toll) => toll.outcome === outcome)}
                scale={scale}
                hasTicks={parties.length === 1}
              />
            </td>
          )),
        )}
      </tr>
      {hasSeveral && (
        <tr>
          <th scope="row">{words.range}</th>
          {columns.map(({ outcome, parties, scale }) => (
            <td key={outcome} colSpan={parties.length}>
              <RangeCell
                summary={tolls.find((toll) => toll.outcome === outcome)}
                scale={scale}
                hasTicks
              />
            </td>
          ))}
        </tr>
      )}
    </tfoot>
  );
}

interface RangeCellProps {
  readonly summary: TollSummary | undefined;
  readonly scale: TollScale;
  /** The numbers under the bar; too many for a narrow column. */
  readonly hasTicks: boolean;
}

function RangeCell({ summary, scale, hasTicks }: RangeCellProps) {
  const lang = useLang();
  if (summary === undefined) return '–';
  const { low, high, best, apart, claims } = summary;
  return (
    <>
      <strong className="u-tabular">{summaryWords(summary, lang)}</strong>
      {low !== null && (
        <>
          <TollBar
            low={low}
            high={high}
            scale={scale}
            best={claims > 1 ? best : null}
            apart={apart}
          />
          {hasTicks && <TollTicks scale={scale} />}
        </>
      )}
    </>
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
        <PassageButton passages={view.passages} of={view.claim.statement} />
        {isOut && <span className="claim-matrix-mark"> {words.claims.superseded}</span>}
        {view.deniedBy !== null && (
          <span className="claim-matrix-mark"> {words.claims.deniedBy(view.deniedBy.name)}</span>
        )}
        <ClaimTies view={view} isReadOnly />
      </th>
      {columns.flatMap(({ outcome, parties: list, scale }) =>
        list.map((party) => (
          <td key={`${outcome} ${party}`}>
            {view.tolls
              .filter((toll) => toll.outcome === outcome && toll.party === party)
              .map((toll) => (
                <Figure key={toll.id} toll={toll} scale={scale} isOut={isOut} />
              ))}
          </td>
        )),
      )}
    </tr>
  );
}

interface FigureProps {
  readonly toll: Toll;
  readonly scale: TollScale;
  readonly isOut: boolean;
}

function Figure({ toll, scale, isOut }: FigureProps) {
  const lang = useLang();
  const span = spanOf(toll);
  const text = figureWords(toll, lang);
  return (
    <div className="claim-matrix-figure" data-none={toll.qualifier === 'none-given' || undefined}>
      <span className="u-tabular">{isOut ? <s>{text}</s> : text}</span>
      {span !== null && !isOut && <TollBar low={span.low} high={span.high} scale={scale} />}
    </div>
  );
}
