// Relates one claim to another in two steps: the choice was made in a menu, here the other claim is named.
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { ClaimView } from '../../shared/contract/read-calls.ts';
import { claimRef, claimRefWords } from '../../shared/text/claim-words.ts';
import { useLang, useText } from '../text/index.tsx';
import { GradeBadge } from '../ui/badges.tsx';
import { Dialog } from '../ui/dialog.tsx';
import './claim-tie-dialog.css';
import { isCircular, type TieChoice, tieDrafts, tieOps, withTie } from './claim-ties.ts';
import { ErrorNotice } from './error-notice.tsx';
import { useSave } from './use-save.ts';

interface Props {
  readonly view: ClaimView;
  readonly choice: TieChoice;
  /** All claims of the incident. */
  readonly claims: readonly ClaimView[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function ClaimTieDialog({ view, choice, claims, onClose, onSaved }: Props) {
  const words = useText().records.claims;
  const lang = useLang();
  const saving = useSave();
  const { id } = view.claim;
  const ties = tieDrafts(view);
  const offered = claims.filter(
    ({ claim }) =>
      claim.id !== id &&
      !ties.some((tie) => tie.otherId === claim.id && tie.choice === choice) &&
      !isCircular(id, claim.id, choice, claims),
  );
  const relate = async (otherId: string) => {
    const ops = tieOps(id, withTie(ties, otherId, choice), view, claims);
    if (await saving.save(ops)) onSaved();
  };
  return (
    <Dialog isOpen onClose={onClose} title={words.tieTitle(words.tieChoices[choice])} size="m">
      <ErrorNotice error={saving.error} />
      <p className="claim-tie-from" dir="auto">
        <GradeBadge grade={view.grade} /> {view.claim.statement}
      </p>
      <p className="u-soft">{words.tieAsk[choice]}</p>
      <ListBox
        aria-label={words.tieAsk[choice]}
        className="claim-tie-list"
        autoFocus="first"
        selectionMode="none"
        onAction={(key) => void relate(String(key))}
        renderEmptyState={() => <p className="u-soft">{words.tieNone}</p>}
      >
        {offered.map((other) => {
          const name = claimRefWords(claimRef(other), lang);
          return (
            <ListBoxItem key={other.claim.id} id={other.claim.id} textValue={name}>
              <GradeBadge grade={other.grade} isQuiet={other.isReplaced} />
              <span>
                <bdi>{name.replace(/ \([A-F][1-6]\)$/, '')}</bdi>
                {other.tolls.length > 0 && (
                  <span className="claim-tie-statement u-truncate" dir="auto">
                    {other.claim.statement}
                  </span>
                )}
              </span>
            </ListBoxItem>
          );
        })}
      </ListBox>
    </Dialog>
  );
}
