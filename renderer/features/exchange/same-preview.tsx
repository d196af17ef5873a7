import type { PackPreview } from '../../../shared/contract/exchange-calls.ts';
import { edtfWords } from '../../../shared/text/date-words.ts';
import { useLang, useText } from '../../text/index.tsx';
import { CountBadge } from '../../ui/count-badge.tsx';
import { Notice } from '../../ui/notice.tsx';

const shown = 8;

/** New incidents of a pack that look like one of the case, before anything is written. */
export function SamePreview({ same }: { readonly same: PackPreview['same'] }) {
  const text = useText().same;
  const t = text.preview;
  const lang = useLang();
  const partly = same.partly === 0 ? null : <Notice tone="info">{text.partly(same.partly)}</Notice>;
  if (same.pairs.length === 0) return partly;
  const count = same.likely + same.possible;
  return (
    <section aria-labelledby="exchange-same-title">
      <h3 id="exchange-same-title">
        {t.title} <CountBadge count={count} />
      </h3>
      <p className="u-soft">{t.text(count, same.likely)}</p>
      {partly}
      <div className="exchange-scroll">
        <table className="exchange-table">
          <thead>
            <tr>
              <th scope="col">{t.theirs}</th>
              <th scope="col">{t.ours}</th>
              <th scope="col">{text.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {same.pairs.slice(0, shown).map(({ a, b, score }) => {
              return (
                <tr key={`${a.id} ${b.id}`}>
                  {[a, b].map(({ id, title, dateEdtf, place }) => (
                    <td key={id}>
                      <bdi>{title}</bdi>
                      <div className="u-soft">
                        {edtfWords(dateEdtf, lang)}
                        {place === null ? '' : ' · '}
                        <bdi>{place}</bdi>
                      </div>
                    </td>
                  ))}
                  <td className="u-tabular">
                    {text.bands[score.band]} ({score.score})
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {count > shown ? <p className="u-soft">{t.more(count - shown)}</p> : null}
    </section>
  );
}
