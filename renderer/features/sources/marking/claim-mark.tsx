import { figuresIn } from '../../../../shared/extract/figures.ts';
import { resolveDateWords } from '../../../../shared/extract/resolve-date.ts';
import { newId } from '../../../../shared/lib/ids.ts';
import { ClaimEditor } from '../../../record-kit/claim-editor.tsx';
import type { ClaimDraft } from '../../../record-kit/claim-form.ts';
import { newTollDraft, type TollDraft } from '../../../record-kit/toll-form.ts';
import { useLang, useText } from '../../../text/index.tsx';
import type { MarkSeat } from './mark-seat.ts';
import { publishedDay, spanOf, statementOf, wordsOf } from './quote.ts';

interface Props extends MarkSeat {
  readonly kind: 'claim' | 'toll' | 'date';
  /** Incident, claimant and chain that the source's last claim had. */
  readonly start: Partial<ClaimDraft>;
}

/** A claim of the marked words: its kind, figures or date read from them, for the analyst to confirm. */
export function ClaimMark({ kind, marked, start, onClose, onDone }: Props) {
  const words = useText().sources.marking;
  const lang = useLang();
  const { source, selectors } = marked;
  const date =
    kind === 'date' ? resolveDateWords(wordsOf(marked), publishedDay(source), lang) : undefined;
  const tolls = kind === 'date' ? [] : readTolls(marked);
  const given: Partial<ClaimDraft> = {
    ...start,
    sourceId: source.id,
    statement: statementOf(marked),
    ...(date === undefined
      ? { kind: kind === 'toll' || tolls.length > 0 ? 'toll' : 'other' }
      : { kind: 'date', value: date.edtf ?? '' }),
    tolls: kind === 'toll' && tolls.length === 0 ? [newTollDraft(newId())] : tolls,
  };
  const hint =
    date?.why ??
    (tolls.length > 0 ? words.figuresRead : kind === 'toll' ? words.noFigureRead : undefined);
  return (
    <ClaimEditor
      given={given}
      quote={{ sourceId: source.id, selectors, textSha256: source.text_sha256 ?? '' }}
      tlp={source.tlp}
      choosesIncident
      hint={hint}
      onClose={onClose}
      onSaved={() => onDone({})}
    />
  );
}

function readTolls(marked: MarkSeat['marked']): readonly TollDraft[] {
  return figuresIn(marked.source.text, spanOf(marked)).map((figure) => ({
    id: newId(),
    isNew: true,
    party: figure.party,
    outcome: figure.outcome,
    qualifier: figure.qualifier,
    low: figure.low ?? undefined,
    high: figure.high ?? undefined,
    words: figure.words,
  }));
}
