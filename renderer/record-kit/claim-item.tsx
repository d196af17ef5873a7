import { MoreHorizontal, Quote } from 'lucide-react';
import { useState } from 'react';
import type { ClaimView } from '../../shared/contract/read-calls.ts';
import type { Toll } from '../../shared/domain/records.ts';
import type { TlpLabel as TlpLabelCode } from '../../shared/domain/vocabulary.ts';
import { figureWords } from '../../shared/text/toll-words.ts';
import { call } from '../api/client.ts';
import { useCase } from '../state/case-store.ts';
import { useRead } from '../state/use-changes.ts';
import { useLang, useText } from '../text/index.tsx';
import { GradeBadge, TlpLabel } from '../ui/badges.tsx';
import { Chip } from '../ui/chip.tsx';
import { MenuButton } from '../ui/menu.tsx';
import './claim-item.css';
import { ClaimTieDialog } from './claim-tie-dialog.tsx';
import { ClaimTies } from './claim-tie-lines.tsx';
import { isTieChoice, quickTies, type TieChoice } from './claim-ties.ts';
import { EdtfText } from './edtf-text.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { RecordLink, TextButton } from './record-link.tsx';
import { useRemove } from './use-save.ts';
import { useLabels } from './use-vocabulary.ts';

interface Props {
  readonly view: ClaimView;
  /** All claims of its incident: lets it be related to them. */
  readonly siblings?: readonly ClaimView[] | undefined;
  /** Graded 1 with nobody independent who bears it out. */
  readonly isUnfounded?: boolean | undefined;
  /** Shown where claims of several incidents stand together. */
  readonly incident?: { readonly id: string; readonly title: string } | undefined;
  readonly isSourceHidden?: boolean | undefined;
  readonly isSelected?: boolean | undefined;
  /** Label of what the claim is shown on; its own is shown where it differs. */
  readonly tlp?: TlpLabelCode | undefined;
  readonly onEdit: () => void;
  /** Goes to the words in the source's text. */
  readonly onShowPassage: (passageId: string, sourceId: string) => void;
  readonly onChanged?: (() => void) | undefined;
}

/** One claim: what is said, by whom, through whom, in which source, how it is graded, with its figures. */
export function ClaimItem(props: Props) {
  const { view, incident, onEdit, onChanged, isSelected = false } = props;
  const t = useText();
  const words = t.records.claims;
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const remove = useRemove();
  const [showsNotes, setShowsNotes] = useState(false);
  const { claim, tolls, deniedBy } = view;
  const isSuperseded = view.isReplaced;
  const [tying, setTying] = useState<TieChoice>();
  const canTie = (props.siblings ?? []).length > 1;

  return (
    <article
      className="claim"
      data-superseded={isSuperseded || undefined}
      data-denied={deniedBy !== null || undefined}
      data-selected={isSelected || undefined}
      data-claim={claim.id}
    >
      <div className="claim-grade">
        <GradeBadge grade={view.grade} isQuiet={isSuperseded} />
      </div>
      <div className="claim-body">
        <p className="claim-statement" dir="auto">
          {isSuperseded || deniedBy !== null ? <s>{claim.statement}</s> : claim.statement}
        </p>
        {claim.value !== null && <ClaimValue view={view} />}
        {tolls.length > 0 && <Figures tolls={tolls} />}
        <Origin view={view} />
        {props.isSourceHidden !== true && <SourceLine view={view} />}
        <ClaimTies view={view} isReadOnly={isReadOnly} onChanged={onChanged} />
        {incident !== undefined && (
          <p className="claim-line claim-incident">
            <span className="claim-label">{t.records.common.labelled(words.incident)}</span>
            <RecordLink table="incident" id={incident.id}>
              <bdi>{incident.title}</bdi>
            </RecordLink>
          </p>
        )}
        <div className="claim-marks">
          {isSuperseded && <Chip tone="warn">{words.superseded}</Chip>}
          {!isSuperseded && view.replacedBy !== null && <Chip tone="warn">{words.inCircle}</Chip>}
          {props.isUnfounded === true && <Chip tone="warn">{words.unfounded}</Chip>}
          {deniedBy !== null && <Chip tone="bad">{words.deniedBy(deniedBy.name)}</Chip>}
          {claim.origin_words !== null && <Chip>{words.sameOrigin(claim.origin_words)}</Chip>}
          {claim.tlp !== props.tlp && <TlpLabel tlp={claim.tlp} size="s" />}
          {(view.noteCount > 0 || showsNotes) && (
            <TextButton onPress={() => setShowsNotes(!showsNotes)}>
              {words.notes(view.noteCount)}
            </TextButton>
          )}
        </div>
        {claim.credibility_why !== null && (
          <p className="claim-why">
            {t.records.common.labelled(t.records.common.why)} {claim.credibility_why}
          </p>
        )}
        {view.passages.map((passage) => (
          <PassageQuote
            key={passage.id}
            exact={passage.exact}
            isLost={passage.is_lost}
            onShow={() => props.onShowPassage(passage.id, passage.source_id)}
          />
        ))}
        {showsNotes && <ClaimNotes view={view} onChanged={onChanged} />}
      </div>
      <MenuButton
        label={t.records.common.moreOn(claim.statement)}
        isLabelHidden
        icon={<MoreHorizontal size={14} aria-hidden />}
        isDisabled={isReadOnly}
        entries={[
          { id: 'edit', label: t.records.common.edit },
          { id: 'note', label: t.records.notes.add },
          ...(canTie
            ? [
                { id: 'before-ties', separator: true as const },
                ...quickTies.map((choice) => ({
                  id: choice,
                  label: words.tieTitle(words.tieChoices[choice]),
                })),
                { id: 'after-ties', separator: true as const },
              ]
            : []),
          { id: 'delete', label: t.records.common.delete, isDanger: true },
        ]}
        onAction={(action) => {
          if (action === 'edit') onEdit();
          else if (action === 'note') setShowsNotes(true);
          else if (isTieChoice(action)) setTying(action);
          else {
            void remove('claim', claim.id, t.records.common.deleted(claim.statement)).then(
              (isDone) => isDone && onChanged?.(),
            );
          }
        }}
      />
      {tying !== undefined && (
        <ClaimTieDialog
          view={view}
          choice={tying}
          claims={props.siblings ?? []}
          onClose={() => setTying(undefined)}
          onSaved={() => {
            setTying(undefined);
            onChanged?.();
          }}
        />
      )}
    </article>
  );
}

function ClaimValue({ view }: { readonly view: ClaimView }) {
  const t = useText();
  const labels = useLabels();
  const { kind, value } = view.claim;
  return (
    <p className="claim-line">
      <span className="u-soft">{t.records.common.labelled(labels.claimKinds[kind])} </span>
      {kind === 'date' ? <EdtfText edtf={value} /> : <bdi>{value}</bdi>}
    </p>
  );
}

function Figures({ tolls }: { readonly tolls: readonly Toll[] }) {
  const t = useText();
  const labels = useLabels();
  const lang = useLang();
  return (
    <ul className="claim-figures">
      {tolls.map((toll) => (
        <li key={toll.id} data-none={toll.qualifier === 'none-given' || undefined}>
          <span className="u-soft">
            {t.records.common.labelled(
              `${labels.outcomes[toll.outcome]}, ${labels.parties[toll.party].toLowerCase()}`,
            )}
          </span>{' '}
          <strong className="u-tabular">{figureWords(toll, lang)}</strong>
          {toll.words !== null && (
            <>
              {' '}
              <q className="u-soft">
                <bdi>{toll.words}</bdi>
              </q>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Origin({ view }: { readonly view: ClaimView }) {
  const words = useText().records.claims;
  const { claim, claimant, via } = view;
  return (
    <p className="claim-origin">
      <bdi>{claimant?.name ?? words.noClaimant}</bdi>
      {via.map((actor) => (
        <span key={actor.id}>
          {' '}
          <span className="claim-via">{words.via}</span> <bdi>{actor.name}</bdi>
        </span>
      ))}
      {claim.made_on !== null && (
        <>
          {', '}
          <EdtfText edtf={claim.made_on} />
        </>
      )}
    </p>
  );
}

function SourceLine({ view: { source } }: { readonly view: ClaimView }) {
  const words = useText().records.claims;
  if (source === null) return <p className="claim-line">{words.noSource}</p>;
  return (
    <p className="claim-line">
      <RecordLink table="source" id={source.id}>
        <bdi>{source.publisher ?? source.title}</bdi>
        {source.published !== null && (
          <>
            , <EdtfText edtf={source.published} />
          </>
        )}
      </RecordLink>
    </p>
  );
}

interface PassageQuoteProps {
  readonly exact: string;
  readonly isLost: boolean;
  readonly onShow: () => void;
}

function PassageQuote({ exact, isLost, onShow }: PassageQuoteProps) {
  const words = useText().records.claims;
  return (
    <div className="claim-quote">
      <Quote size={12} aria-hidden />
      <div>
        <q dir="auto">{exact}</q>
        {isLost && <Chip tone="warn">{words.lostPassage}</Chip>}{' '}
        <TextButton onPress={onShow}>{isLost ? words.showLost : words.showPassage}</TextButton>
      </div>
    </div>
  );
}

interface ClaimNotesProps {
  readonly view: ClaimView;
  readonly onChanged?: (() => void) | undefined;
}

function ClaimNotes({ view, onChanged }: ClaimNotesProps) {
  const { id, tlp } = view.claim;
  const notes = useRead(() => call('note/list', { table: 'claim', id }), [id], ['notes']);
  return (
    <NotesPanel table="claim" id={id} notes={notes.value ?? []} tlp={tlp} onChanged={onChanged} />
  );
}
