import { tollScale } from '../../shared/domain/toll-scale.ts';
import type { TollSummary } from '../../shared/domain/toll-types.ts';
import { ruleWords } from '../../shared/text/toll-rule-words.ts';
import { summaryWords } from '../../shared/text/toll-words.ts';
import { useLang } from '../text/index.tsx';
import { TollBar, TollTicks } from './toll-bar.tsx';
import './toll-range.css';
import { useLabels } from './use-vocabulary.ts';

interface Props {
  readonly summary: TollSummary | null;
  /** Only the range in words, for a table cell. */
  readonly isCompact?: boolean | undefined;
}

/** What the claims add up to for one outcome: range, bar, best-graded figure, and the rule in a line. */
export function TollRange({ summary, isCompact = false }: Props) {
  const lang = useLang();
  const labels = useLabels();
  if (summary === null) return <span className="u-faint">–</span>;
  const range = summaryWords(summary, lang);
  if (isCompact) return <span className="u-tabular">{range}</span>;
  const { low, high, best, apart } = summary;
  return (
    <div className="toll-range">
      <div className="toll-range-head">
        <span className="toll-range-outcome">{labels.outcomes[summary.outcome]}</span>
        <strong className="u-tabular">{range}</strong>
      </div>
      {low !== null && low !== high && (
        <Bar low={low} high={high} best={summary.claims > 1 ? best : null} apart={apart} />
      )}
      <p className="toll-range-rule">{ruleWords(summary, lang)}</p>
    </div>
  );
}

/** An open end runs to half as much again as what is named. */
function Bar(props: Pick<TollSummary, 'best' | 'apart' | 'high'> & { readonly low: number }) {
  const { low, high, best, apart } = props;
  const named = [low, high, best?.low, best?.high, apart?.atMost, apart?.atLeast];
  const figures = named.filter((people) => people !== null && people !== undefined);
  const open = high === null ? [Math.max(...figures) * 1.5] : [];
  const scale = tollScale([...figures, ...open]);
  return (
    <div className="toll-range-bar">
      <TollBar low={low} high={high} scale={scale} best={best} apart={apart} />
      <TollTicks scale={scale} />
    </div>
  );
}
