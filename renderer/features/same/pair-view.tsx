// One pair: what agrees and what differs, both places, both lists of claims, and the decision.
import { useEffect, useState } from 'react';
import type { MergeChoices } from '../../../shared/domain/same-merge.ts';
import { call } from '../../api/client.ts';
import { open } from '../../state/app-store.ts';
import { useCase } from '../../state/case-store.ts';
import { closeSame } from '../../state/same-store.ts';
import { useRead } from '../../state/use-changes.ts';
import { errorWords } from '../../text/error-words.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { HelpTip } from '../../ui/tooltip.tsx';
import { MergeForm } from './merge-form.tsx';
import { PairActions } from './pair-actions.tsx';
import { PairClaims } from './pair-claims.tsx';
import { PairMap } from './pair-map.tsx';
import { PairTable } from './pair-table.tsx';
import type { Item, Pairs } from './use-pairs.ts';

const topics = ['incidents', 'claims', 'links', 'actors', 'sources', 'places'] as const;

async function readPair(a: string, b: string) {
  const [compared, first, second] = await Promise.all([
    call('same/compare', { a, b }),
    call('incident/get', { id: a }),
    call('incident/get', { id: b }),
  ]);
  return { compared, a: first, b: second };
}

interface Props {
  readonly item: Item;
  readonly pairs: Pairs;
}

export function PairView({ item, pairs }: Props) {
  const text = useText();
  const t = text.same;
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? true);
  const { value, error, reload } = useRead(
    () => readPair(item.a, item.b),
    [item.a, item.b],
    topics,
  );
  const [isMerging, setIsMerging] = useState(false);
  const [why, setWhy] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: each pair begins anew
  useEffect(() => {
    setIsMerging(false);
    setWhy('');
  }, [item.key]);

  if (error !== undefined) {
    return (
      <Notice tone="bad" title={t.failed} actions={<Button onPress={reload}>{t.retry}</Button>}>
        {errorWords(text, error).title}
      </Notice>
    );
  }
  if (value === undefined) return <Spinner label={t.searching} size={18} />;
  const { a, b, compared } = value;
  const isMixed = a.incident.invented !== b.incident.invented;
  const merge = (keepId: string, choices: MergeChoices) =>
    pairs.decide('same', { keepId, choices, why });
  if (isMerging) {
    return (
      <MergeForm
        a={a}
        b={b}
        isBusy={pairs.isDeciding}
        onMerge={merge}
        onBack={() => setIsMerging(false)}
      />
    );
  }
  return (
    <div className="same-pair">
      <div className="same-pair-body">
        <Summary compared={compared} />
        {isReadOnly ? <Notice tone="info">{t.readOnly}</Notice> : null}
        {isMixed ? <Notice tone="warn">{t.invented}</Notice> : null}
        <PairTable
          a={a}
          b={b}
          reasons={compared.score.reasons}
          onOpen={(id) => {
            closeSame();
            void open('incident', id);
          }}
        />
        <PairMap a={a} b={b} />
        <PairClaims a={a} b={b} />
      </div>
      <PairActions
        state={compared.state}
        canDecide={!isReadOnly && compared.state !== 'same'}
        canMerge={!isMixed}
        why={why}
        onWhy={setWhy}
        pairs={pairs}
        onMerge={() => setIsMerging(true)}
      />
    </div>
  );
}

type Compared = Awaited<ReturnType<typeof readPair>>['compared'];

function Summary({ compared }: { readonly compared: Compared }) {
  const t = useText().same;
  const f = useFormat();
  const { score, state, why, decidedAt, decidedBy } = compared;
  return (
    <p className="same-summary">
      <HelpTip label={t.scoreHelp}>
        <b className={`same-score-${score.band}`}>{t.bands[score.band]}</b>{' '}
        <span className="u-tabular u-soft">{t.score(score.score)}</span>
      </HelpTip>
      {state === 'open' ? null : <span className="same-state">{t.decisions[state]}</span>}
      {decidedAt === null || state === 'open' ? null : (
        <span className="u-soft">
          {t.decidedBy(decidedBy ?? '–', f.moment(decidedAt))}
          {why === '' ? null : ` ${t.reason(why)}`}
        </span>
      )}
    </p>
  );
}
