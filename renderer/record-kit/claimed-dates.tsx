// Dates that sources claim, side by side with the incident's own: any of them can be taken over.
import type { ClaimView } from '../../shared/contract/read-calls.ts';
import type { Incident } from '../../shared/domain/records.ts';
import { claimRef } from '../../shared/text/claim-words.ts';
import { edtfWords } from '../../shared/text/date-words.ts';
import { useLang, useText } from '../text/index.tsx';
import { GradeBadge } from '../ui/badges.tsx';
import { notifyWithUndo } from './take-back.ts';
import './claimed-dates.css';
import { EdtfText } from './edtf-text.tsx';
import { TextButton } from './record-link.tsx';
import { saveNow } from './use-save.ts';

interface Props {
  readonly claims: readonly ClaimView[];
  readonly incident: Pick<Incident, 'id' | 'rev' | 'date_edtf'>;
  readonly isReadOnly: boolean;
}

export function ClaimedDates({ claims, incident, isReadOnly }: Props) {
  const t = useText().records;
  const lang = useLang();
  const dated = claims.filter(
    (view) => view.claim.kind === 'date' && view.claim.value !== null && !view.isReplaced,
  );
  if (dated.length === 0) return null;
  const differ = new Set(dated.map((view) => view.claim.value)).size > 1;
  const take = async (value: string) => {
    const { id, rev } = incident;
    const revision = await saveNow([
      { do: 'update', table: 'incident', id, patch: { date_edtf: value }, rev },
    ]);
    if (revision === undefined) return;
    notifyWithUndo(t.claims.dateTaken(edtfWords(value, lang)), revision);
  };
  return (
    <section className="claimed-dates" aria-label={t.claims.datesClaimed}>
      <p className="claimed-dates-title">
        {differ ? t.claims.datesDiffer(dated.length) : t.claims.datesClaimed}
      </p>
      <ul>
        {dated.map((view) => {
          const { claimant, sourceTitle, statement } = claimRef(view);
          const { value } = view.claim;
          return (
            <li key={view.claim.id}>
              <GradeBadge grade={view.grade} />
              <strong>
                <EdtfText edtf={value} />
              </strong>
              <span className="u-soft" title={statement}>
                <bdi>{claimant ?? sourceTitle ?? t.claims.noClaimant}</bdi>
              </span>
              {value === incident.date_edtf ? (
                <span className="u-soft">{t.claims.dateIsSet}</span>
              ) : (
                !isReadOnly &&
                value !== null && (
                  <TextButton onPress={() => void take(value)}>{t.claims.useDate}</TextButton>
                )
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
