import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ClaimView } from '../../shared/contract/read-calls.ts';
import { unfoundedOnes } from '../../shared/domain/confirmation.ts';
import type { Incident } from '../../shared/domain/records.ts';
import type { TollSummary } from '../../shared/domain/toll-types.ts';
import { claimKinds, type TlpLabel } from '../../shared/domain/vocabulary.ts';
import { useCase } from '../state/case-store.ts';
import { openPassage } from '../state/passage-request.ts';
import { useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Section } from '../ui/section.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { ClaimEditor } from './claim-editor.tsx';
import { ClaimItem } from './claim-item.tsx';
import { ClaimMatrix } from './claim-matrix.tsx';
import { ClaimedDates } from './claimed-dates.tsx';
import './claims-panel.css';
import { type Actors, withShortNames, withShortTies } from './short-names.ts';
import { TollRange } from './toll-range.tsx';
import { useLabels } from './use-vocabulary.ts';

interface Props {
  readonly claims: readonly ClaimView[];
  readonly tolls: readonly TollSummary[];
  /** Label that a new claim starts with: that of the incident. */
  readonly tlp: TlpLabel;
  /** The incident's own date: claimed ones are set beside it. */
  readonly incident: Pick<Incident, 'id' | 'rev' | 'date_edtf'>;
  /** Actors of the incident with their acronyms. */
  readonly actors: Actors;
  readonly onChanged?: (() => void) | undefined;
}

/** What sources say about an incident: computed ranges on top, then the claims as list or matrix. */
export function ClaimsPanel({ incident, actors, tolls, tlp, onChanged, ...props }: Props) {
  const words = useText().records.claims;
  const claims = props.claims.map((view) => withShortTies(view, actors));
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const [layout, setLayout] = useState<'list' | 'matrix'>('list');
  /** `new` or the claim being changed. */
  const [editing, setEditing] = useState<'new' | ClaimView>();
  const addButton = (
    <Button
      variant="quiet"
      icon={<Plus size={14} aria-hidden />}
      isDisabled={isReadOnly}
      onPress={() => setEditing('new')}
    >
      {words.record}
    </Button>
  );
  return (
    <Section title={words.title} count={claims.length} actions={addButton}>
      {claims.length === 0 ? (
        <EmptyState size="s" title={words.empty}>
          {words.emptyNext}
        </EmptyState>
      ) : (
        <div className="claims">
          {tolls.length > 0 && (
            <div className="claims-ranges">
              {tolls.map((summary) => (
                <TollRange key={summary.outcome} summary={summary} />
              ))}
            </div>
          )}
          <ClaimedDates claims={claims} incident={incident} isReadOnly={isReadOnly} />
          {claims.some((view) => view.tolls.length > 0) && (
            <Segmented
              label={words.view}
              isLabelHidden
              value={layout}
              options={[
                { value: 'list', label: words.asList },
                { value: 'matrix', label: words.asMatrix },
              ]}
              onChange={setLayout}
            />
          )}
          {layout === 'matrix' ? (
            <ClaimMatrix
              claims={claims.map((view) => withShortNames(view, actors))}
              tolls={tolls}
            />
          ) : (
            <ClaimList claims={claims} tlp={tlp} onEdit={setEditing} onChanged={onChanged} />
          )}
        </div>
      )}
      {editing !== undefined && (
        <ClaimEditor
          view={editing === 'new' ? undefined : editing}
          given={{ incidentId: incident.id }}
          tlp={tlp}
          onClose={() => setEditing(undefined)}
          onSaved={() => {
            setEditing(undefined);
            onChanged?.();
          }}
        />
      )}
    </Section>
  );
}

interface ClaimListProps {
  readonly claims: readonly ClaimView[];
  readonly tlp: TlpLabel;
  readonly onEdit: (view: ClaimView) => void;
  readonly onChanged?: (() => void) | undefined;
}

/** Claims under the kinds they are of, superseded ones last. */
function ClaimList({ claims, tlp, onEdit, onChanged }: ClaimListProps) {
  const labels = useLabels();
  const unfounded = unfoundedOnes(claims);
  const kinds = claimKinds.filter((kind) => claims.some(({ claim }) => claim.kind === kind));
  return kinds.map((kind) => (
    <section key={kind} className="claims-group" aria-label={labels.claimKinds[kind]}>
      {kinds.length > 1 && <h4 className="claims-kind">{labels.claimKinds[kind]}</h4>}
      {claims
        .filter(({ claim }) => claim.kind === kind)
        .toSorted((a, b) => Number(isOut(a)) - Number(isOut(b)))
        .map((view) => {
          return (
            <ClaimItem
              key={view.claim.id}
              view={view}
              siblings={claims}
              isUnfounded={unfounded.has(view.claim.id)}
              onEdit={() => onEdit(view)}
              tlp={tlp}
              onShowPassage={(passageId, sourceId) => void openPassage(sourceId, passageId)}
              onChanged={onChanged}
            />
          );
        })}
    </section>
  ));
}

function isOut({ isReplaced }: ClaimView): boolean {
  return isReplaced;
}
