import { useEffect, useRef } from 'react';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Decision, Pairs } from './use-pairs.ts';

interface Props {
  readonly state: Decision;
  readonly canDecide: boolean;
  readonly canMerge: boolean;
  readonly why: string;
  readonly onWhy: (why: string) => void;
  readonly pairs: Pairs;
  /** Opens the choices of a merge. */
  readonly onMerge: () => void;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

/** The decisions, each by a button and by a key. */
export function PairActions(props: Props) {
  const { state, canDecide, canMerge, why, pairs } = props;
  const t = useText().same;
  const hasMore = (pairs.found?.items.length ?? 0) > 1;
  const decide = (decision: Decision) => pairs.decide(decision, { why });
  const merge = () => canDecide && canMerge && props.onMerge();
  const step = (by: number) => hasMore && pairs.go(pairs.index + by);
  const keys: Readonly<Record<string, () => unknown>> = {
    [t.keys.same.toLowerCase()]: merge,
    [t.keys.possibly.toLowerCase()]: () => canDecide && decide('possibly'),
    [t.keys.different.toLowerCase()]: () => canDecide && decide('different'),
    arrowdown: () => step(1),
    arrowup: () => step(-1),
  };
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const act = latest.current[event.key.toLowerCase()];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <footer className="same-actions">
      <TextField
        label={t.why}
        isLabelHidden
        placeholder={t.why}
        value={why}
        onChange={props.onWhy}
        isDisabled={!canDecide}
      />
      <div className="same-buttons">
        {hasMore ? (
          <Button variant="quiet" shortcut={t.skipKey} onPress={() => pairs.go(pairs.index + 1)}>
            {t.skip}
          </Button>
        ) : null}
        {state === 'different' || state === 'possibly' ? (
          <Button isDisabled={!canDecide} onPress={() => decide('open')}>
            {t.reopen}
          </Button>
        ) : null}
        <Button
          shortcut={t.keys.different}
          isDisabled={!canDecide || state === 'different'}
          isPending={pairs.isDeciding}
          onPress={() => decide('different')}
        >
          {t.different}
        </Button>
        <Button
          shortcut={t.keys.possibly}
          isDisabled={!canDecide || state === 'possibly'}
          onPress={() => decide('possibly')}
        >
          {t.possibly}
        </Button>
        <Button
          variant="primary"
          shortcut={t.keys.same}
          isDisabled={!canDecide || !canMerge}
          onPress={merge}
        >
          {t.same}
        </Button>
      </div>
    </footer>
  );
}
