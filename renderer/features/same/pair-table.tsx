import type { IncidentDossier } from '../../../shared/contract/read-calls.ts';
import type { SameReason } from '../../../shared/domain/same-attack-types.ts';
import { TextButton } from '../../record-kit/record-link.tsx';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { aspectWords } from './aspect-words.ts';
import { VerdictSign } from './verdict-sign.tsx';

interface Props {
  readonly a: IncidentDossier;
  readonly b: IncidentDossier;
  readonly reasons: readonly SameReason[];
  readonly onOpen: (id: string) => void;
}

/** Two incidents side by side, a row for each aspect that at least one of them tells. */
export function PairTable({ a, b, reasons, onOpen }: Props) {
  const t = useText().same;
  const lang = useLang();
  const rows = reasons
    .filter(({ aspect }) => aspect !== 'words')
    .map((reason) => ({
      reason,
      left: aspectWords(reason.aspect, a, lang),
      right: aspectWords(reason.aspect, b, lang),
    }));
  const told = rows.filter(({ left, right }) => left !== '' || right !== '');
  const untold = rows.filter(({ left, right }) => left === '' && right === '');
  return (
    <>
      <table className="same-table">
        <thead>
          <tr>
            <th scope="col" className="same-col-aspect">
              <span className="u-visually-hidden">{t.aspect}</span>
            </th>
            {[a, b].map(({ incident }) => (
              <th key={incident.id} scope="col">
                <span className="same-name" dir="auto">
                  {incident.title}
                </span>
                <TextButton onPress={() => onOpen(incident.id)}>
                  {t.openIncident}
                  <span className="u-visually-hidden"> {incident.title}</span>
                </TextButton>
              </th>
            ))}
            <th scope="col" className="same-col-verdict">
              <span className="u-visually-hidden">{t.verdict}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {told.map(({ reason, left, right }) => (
            <tr key={reason.aspect} data-verdict={reason.verdict}>
              <th scope="row">{t.aspects[reason.aspect]}</th>
              <Cell words={left} />
              <Cell words={right} />
              <td className="same-cell-verdict">
                <VerdictSign verdict={reason.verdict} />
                <Apart reason={reason} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {untold.length === 0 ? null : (
        <p className="same-untold">
          {t.notGivenInBoth(
            untold.map(({ reason }) => t.aspects[reason.aspect].toLowerCase()).join(', '),
          )}
        </p>
      )}
    </>
  );
}

function Cell({ words }: { readonly words: string }) {
  const t = useText().same;
  return words === '' ? (
    <td className="u-faint">{t.notGiven}</td>
  ) : (
    <td>
      <bdi>{words}</bdi>
    </td>
  );
}

/** How many days or kilometres lie between the two. */
function Apart({ reason: { days, km, allowedKm } }: { readonly reason: SameReason }) {
  const t = useText().same;
  const f = useFormat();
  const inKm = (value: number) =>
    f.number(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));
  if (days !== undefined && days > 0) return <span className="same-apart">{t.days(days)}</span>;
  if (km !== undefined && allowedKm !== undefined && km >= 0.05) {
    return <span className="same-apart">{t.km(inKm(km), inKm(allowedKm))}</span>;
  }
  return null;
}
