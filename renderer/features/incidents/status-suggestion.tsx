// The status that the claims speak for, beside the one the analyst set. Setting it takes one press.
import './status-suggestion.css';
import { Lightbulb } from 'lucide-react';
import type { IncidentDossier } from '../../../shared/contract/read-calls.ts';
import { type StatusInput, suggestStatus } from '../../../shared/domain/status-suggestion.ts';
import type { IncidentStatus } from '../../../shared/domain/vocabulary.ts';
import { labels } from '../../../shared/text/index.ts';
import { reasonWords, suggestionWords } from '../../../shared/text/status-words.ts';
import { notifyWithUndo } from '../../record-kit/take-back.ts';
import { saveNow } from '../../record-kit/use-save.ts';
import { useCase } from '../../state/case-store.ts';
import { useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';

interface Props {
  /** What is known of the incident; nothing is suggested without claims. */
  readonly dossier: StatusInput;
  readonly status: IncidentStatus;
  readonly isDisabled?: boolean | undefined;
  readonly onSet: (status: IncidentStatus) => void;
}

/** Nothing without claims; a quiet line where the status fits them. */
export function StatusSuggestionLine({ dossier, status, isDisabled, onSet }: Props) {
  const t = useText().incidents.inspector;
  const lang = useLang();
  if (dossier.claims.length === 0) return null;
  const suggested = suggestStatus(dossier);
  const label = labels(lang).statuses[suggested.status].toLocaleLowerCase(lang);
  const isSame = suggested.status === status;
  return (
    <div className="status-suggestion" data-same={isSame || undefined}>
      <Lightbulb size={13} aria-hidden="true" />
      <span>
        {isSame
          ? t.statusFits(reasonWords(suggested.reason, lang))
          : suggestionWords(suggested, lang)}
      </span>
      {isSame ? null : (
        <Button
          variant="quiet"
          isDisabled={isDisabled === true}
          onPress={() => onSet(suggested.status)}
        >
          {t.setStatus(label)}
        </Button>
      )}
    </div>
  );
}

/** The suggestion for a stored incident: pressing saves at once and can be taken back. */
export function StoredStatusSuggestion({ dossier }: { readonly dossier: IncidentDossier }) {
  const t = useText();
  const lang = useLang();
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? true);
  const { id, rev, status, status_why: why, deleted_at: deletedAt } = dossier.incident;
  const set = async (next: IncidentStatus) => {
    // a reason given for another status would be wrong beside this one; history keeps it
    const patch = { status: next, ...(why === null ? {} : { status_why: null }) };
    const revision = await saveNow([{ do: 'update', table: 'incident', id, patch, rev }]);
    if (revision === undefined) return;
    const label = labels(lang).statuses[next].toLocaleLowerCase(lang);
    notifyWithUndo(t.incidents.inspector.statusSet(label), revision);
  };
  if (deletedAt !== null) return null;
  return (
    <StatusSuggestionLine
      dossier={dossier}
      status={status}
      isDisabled={isReadOnly}
      onSet={(next) => void set(next)}
    />
  );
}
