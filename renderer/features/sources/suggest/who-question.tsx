import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { ActorPicker } from '../../../record-kit/pickers.tsx';
import { useLabels } from '../../../record-kit/use-vocabulary.ts';
import { useText } from '../../../text/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { answerQuestion, decide, dropQuestion } from './decide.ts';
import { takeFocus, useSuggest } from './suggest-store.ts';
import type { Answer, Choice } from './who.ts';

/** Asks who a name stands for. The first choice has the focus: Enter takes it, digits take the others. */
export function WhoQuestion() {
  const asking = useSuggest((state) => state.asking);
  if (asking === undefined) return null;
  return <Asked key={asking.question.key} />;
}

function Asked() {
  const words = useText().suggest;
  const labels = useLabels();
  const question = useSuggest((state) => state.asking?.question);
  const [isPicking, setPicking] = useState(false);
  const [picked, setPicked] = useState<string>();
  const root = useRef<HTMLDivElement>(null);
  const choices = question?.choices ?? [];

  useEffect(() => {
    root.current?.querySelector<HTMLElement>(isPicking ? 'input' : 'button')?.focus();
    root.current?.scrollIntoView({ block: 'nearest' });
  }, [isPicking]);

  function choose(answer: Answer) {
    void decide(() => answerQuestion(answer)).then(takeFocus);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.target instanceof HTMLInputElement) return;
    const digit = Number(event.key);
    const choice = choices[digit - 1];
    if (choice !== undefined) choose(choice.answer);
    else if (digit === choices.length + 1) setPicking(true);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      step(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Escape') {
      dropQuestion();
      takeFocus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function step(by: number) {
    const buttons = [...(root.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[(at + by + buttons.length) % buttons.length]?.focus();
  }

  function wordsOf({ answer, name }: Choice): string {
    if (answer.kind === 'actor') return words.answerActor(name);
    if (answer.kind === 'words') return words.answerWords;
    return words.answerNew(name, labels.actorKinds[answer.actorKind]);
  }

  if (question === undefined) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would not take the focus ring of its choices
    <div
      ref={root}
      className="suggest-question"
      role="group"
      aria-label={words.questionOf(question.words)}
      onKeyDown={onKeyDown}
      data-own-keys
    >
      <p className="suggest-question-title" dir="auto">
        {words.questionOf(question.words)}
      </p>
      <p className="u-soft suggest-small">{words.questionWhy}</p>
      {isPicking ? (
        <div className="suggest-question-picker">
          <ActorPicker label={words.chooseActor} value={picked} onChange={setPicked} />
          <Button
            variant="primary"
            isDisabled={picked === undefined}
            onPress={() => picked !== undefined && choose({ kind: 'actor', id: picked })}
          >
            {words.useActor}
          </Button>
        </div>
      ) : (
        <ol className="suggest-choices">
          {choices.map((choice, i) => (
            <li key={wordsOf(choice)}>
              <button
                type="button"
                className="suggest-choice"
                data-first-focus={i === 0 || undefined}
                onClick={() => choose(choice.answer)}
              >
                <Kbd keys={String(i + 1)} />
                <bdi>{wordsOf(choice)}</bdi>
              </button>
            </li>
          ))}
          <li>
            <button type="button" className="suggest-choice" onClick={() => setPicking(true)}>
              <Kbd keys={String(choices.length + 1)} />
              {words.answerOther}
            </button>
          </li>
        </ol>
      )}
    </div>
  );
}
