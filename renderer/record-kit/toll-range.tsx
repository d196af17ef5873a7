import type { TollSummary } from '../../shared/domain/toll-types.ts';
import { ruleWords } from '../../shared/text/toll-rule-words.ts';
import { spanWords, summaryWords } from '../../shared/text/toll-words.ts';
import { useLang, useText } from '../text/index.tsx';
import { GradeBadge } from '../ui/badges.tsx';
import { TollBar } from './toll-bar.tsx';
import './toll-range.css';
import { useLabels } from './use-vocabulary.ts';

interface Props {
  readonly summary: TollSummary | null;
  /** Only the range in words, for a table cell. */
  readonly isCompact?: boolean | undefined;
}

/** What the claims add up to for one outcome: range, bar, best-graded figure, and the rule in a line. */
export function TollRange({ summary, isCompact = false }: Props) {
  const t = useText();
  const words = t.records.tolls;
  const lang = useLang();
  const labels = useLabels();
  if (summary === null) return <span className="u-faint">–</span>;
  const range = summaryWords(summary, lang);
  if (isCompact) return <span className="u-tabular">{range}</span>;
  const { low, high, best, bestGrade } = summary;
  return (
    <div className="toll-range">
      <div className="toll-range-head">
        <span className="toll-range-outcome">{labels.outcomes[summary.outcome]}</span>
        <strong className="u-tabular">{range}</strong>
        {best !== null && bestGrade !== null && summary.counted > 1 && (
          <span className="toll-range-best">
            {words.best} <GradeBadge grade={bestGrade} /> {spanWords(best.low, best.high, lang)}
          </span>
        )}
      </div>
      {low !== null && (
        <TollBar low={low} high={high} max={high ?? low * 1.5} best={summary.best} />
      )}
      <p className="toll-range-rule">
        {ruleWords(summary, lang)}
        {summary.noFigure && low !== null && ` ${words.alsoNoFigure}`}
      </p>
    </div>
  );
}
