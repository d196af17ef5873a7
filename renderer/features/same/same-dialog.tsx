import './same.css';
import { CopyCheck, CopyX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { JobProgress } from '../../record-kit/job-progress.tsx';
import { runningJob, useJobs } from '../../state/jobs-store.ts';
import { closeSame, type SameQuestion, useSameQuestion } from '../../state/same-store.ts';
import { errorWords } from '../../text/error-words.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { PairList } from './pair-list.tsx';
import { PairView } from './pair-view.tsx';
import { TwinsBar } from './twins-bar.tsx';
import { type Pairs, usePairs } from './use-pairs.ts';

/** "Same attack?" over whatever screen asked: a search, the candidates of one incident, or one pair. */
export function SameDialog() {
  const question = useSameQuestion();
  return question === undefined ? null : <Opened question={question} />;
}

function Opened({ question }: { readonly question: SameQuestion }) {
  const t = useText().same;
  const pairs = usePairs(question);
  const box = useRef<HTMLDivElement>(null);
  // what had the keyboard may be gone with the last pair: Esc and the keys go on working
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.focus();
  });
  return (
    <Dialog isOpen onClose={closeSame} title={t.title} size="full">
      <div className="same-frame">
        {question.what === 'scan' ? <TwinsBar pairs={pairs} /> : null}
        <div
          ref={box}
          tabIndex={-1}
          className="same u-no-ring"
          data-alone={question.what === 'pair' || undefined}
        >
          <Body pairs={pairs} question={question} />
        </div>
      </div>
    </Dialog>
  );
}

function Body({ pairs, question }: { readonly pairs: Pairs; readonly question: SameQuestion }) {
  const text = useText();
  const t = text.same;
  const { found, error, current, decisions } = pairs;
  if (error !== undefined) {
    return (
      <Notice
        tone="bad"
        title={t.failed}
        actions={<Button onPress={pairs.again}>{t.retry}</Button>}
      >
        {errorWords(text, error).title}
      </Notice>
    );
  }
  if (found === undefined) return <Searching />;
  if (found.items.length === 0) {
    return (
      <EmptyState icon={<CopyX size={24} />} title={t.none}>
        {t.noneText}
      </EmptyState>
    );
  }
  return (
    <>
      {question.what === 'pair' ? null : <PairList pairs={pairs} />}
      <div className="same-main">
        <Last pairs={pairs} />
        {current === undefined ? (
          <EmptyState
            icon={<CopyCheck size={24} />}
            title={t.finished}
            actions={
              <Button variant="primary" autoFocus onPress={closeSame}>
                {t.close}
              </Button>
            }
          >
            {t.finishedText(decisions.size)}
          </EmptyState>
        ) : (
          <PairView item={current} pairs={pairs} />
        )}
      </div>
    </>
  );
}

/** Goes on when the window is closed; its result is then found in the background work. */
function Searching() {
  const t = useText().same;
  const job = useJobs((state) => runningJob(state.jobs, 'same'));
  return (
    <div className="same-searching" role="status">
      <Spinner label={t.searching} size={18} />
      {job === undefined ? null : <JobProgress job={job} />}
      <Button onPress={closeSame}>{t.goOn}</Button>
    </div>
  );
}

/** What was just done, and the way back. */
function Last({ pairs }: { readonly pairs: Pairs }) {
  const t = useText().same;
  const takeBack = useRef(pairs.takeBack);
  takeBack.current = pairs.takeBack;
  useEffect(() => {
    // the frame leaves its keys to a dialog
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      if (event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      takeBack.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  if (pairs.last === undefined) return null;
  return (
    <div className="same-last" role="status">
      <span>{t.done[pairs.last]}</span>
      <Button
        variant="quiet"
        shortcut="Ctrl+Z"
        isDisabled={pairs.isDeciding}
        onPress={pairs.takeBack}
      >
        {t.undo}
      </Button>
    </div>
  );
}
