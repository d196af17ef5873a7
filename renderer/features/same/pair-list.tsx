import './pair-list.css';
import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { edtfWords } from '../../../shared/text/date-words.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import type { Item, Pairs } from './use-pairs.ts';

/** More lines than anybody works through in one sitting; the engine lists the best of them first. */
const mostLines = 500;

/** All pairs, likely ones first, with what was decided. */
export function PairList({ pairs }: { readonly pairs: Pairs }) {
  const t = useText().same;
  const f = useFormat();
  const { found, index, decisions, go } = pairs;
  const current = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: brings the line of each step into view
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest' }), [index]);
  const items = found?.items ?? [];
  return (
    <nav className="same-list" aria-label={t.list}>
      <p className="same-counts u-tabular" role="status">
        {t.counts(found?.likely ?? 0, found?.possible ?? 0)}
        {decisions.size === 0 ? null : ` · ${t.decided(decisions.size)}`}
      </p>
      {found === undefined || found.partly === 0 ? null : (
        <p className="u-soft same-counts">{t.partly(found.partly)}</p>
      )}
      <ol>
        {items.slice(0, mostLines).map((item, at) => (
          <li key={item.key}>
            <button
              type="button"
              ref={at === index ? current : undefined}
              className="same-line"
              aria-current={at === index || undefined}
              data-decided={decisions.has(item.key) || undefined}
              onClick={() => go(at)}
            >
              <Line item={item} decision={decisions.get(item.key)} />
            </button>
          </li>
        ))}
      </ol>
      {items.length > mostLines ? (
        <p className="same-untold">{t.more(f.number(mostLines))}</p>
      ) : null}
    </nav>
  );
}

interface LineProps {
  readonly item: Item;
  readonly decision: ReturnType<Pairs['decisions']['get']>;
}

function Line({ item: { pair }, decision }: LineProps) {
  const t = useText().same;
  const lang = useLang();
  if (pair === undefined) return null;
  const { a, b, score, isLinked } = pair;
  return (
    <>
      <span className="same-line-titles">
        {[a, b].map(({ id, title, dateEdtf, place }) => (
          <span key={id} className="same-line-one">
            <span className="u-truncate" dir="auto" title={title}>
              {title}
            </span>
            <span className="u-soft u-truncate">
              {edtfWords(dateEdtf, lang)}
              {place === null ? null : (
                <>
                  {' · '}
                  <bdi>{place}</bdi>
                </>
              )}
            </span>
          </span>
        ))}
        {isLinked && decision === undefined ? (
          <span className="same-line-state">{t.linked}</span>
        ) : null}
        {decision === undefined ? null : (
          <span className="same-line-state">
            <Check size={12} aria-hidden="true" /> {t.decisions[decision]}
          </span>
        )}
      </span>
      <span className={`same-score same-score-${score.band} u-tabular`}>
        <b>{score.score}</b>
        <span>{t.bands[score.band]}</span>
      </span>
    </>
  );
}
