import type { ClaimDraft } from '../../../record-kit/claim-form.ts';
import { ActorMark } from './actor-mark.tsx';
import { ClaimMark } from './claim-mark.tsx';
import { IncidentMark } from './incident-mark.tsx';
import type { MarkKind } from './mark-kinds.ts';
import type { MarkSeat } from './mark-seat.ts';
import { NoteMark } from './note-mark.tsx';
import { PlaceMark } from './place-mark.tsx';

interface Props extends MarkSeat {
  readonly kind: MarkKind;
  /** What a claim starts with: incident, claimant and chain of the last one. */
  readonly start: Partial<ClaimDraft>;
  /** The passage that a note is on, when it is there already. */
  readonly passageId: string | undefined;
}

/** The form that makes something of marked words. */
export function MarkDialog({ kind, start, passageId, ...seat }: Props) {
  switch (kind) {
    case 'claim':
    case 'toll':
    case 'date':
      return <ClaimMark kind={kind} start={start} {...seat} />;
    case 'actor':
      return <ActorMark {...seat} />;
    case 'place':
      return <PlaceMark incidentId={start.incidentId} {...seat} />;
    case 'incident':
      return <IncidentMark {...seat} />;
    case 'note':
      return <NoteMark passageId={passageId} {...seat} />;
  }
}
