import { useEffect, useState } from 'react';
import type { CallResult } from '../../../shared/contract/contract.ts';
import { call } from '../../api/client.ts';
import { JobProgress } from '../../record-kit/job-progress.tsx';
import { notifyError } from '../../state/app-store.ts';
import { undo } from '../../state/case-store.ts';
import { runningJob, useJobs } from '../../state/jobs-store.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Pairs } from './use-pairs.ts';

type Done = CallResult<'same/join-twins'>;
type Twins = CallResult<'same/twins'>;

/** All pairs of one row of a data set, joined by one step, and the way back as long as it is the last one. */
export function TwinsBar({ pairs }: { readonly pairs: Pairs }) {
  const [twins, setTwins] = useState<Twins>();
  const [done, setDone] = useState<Done>();
  const [isRunning, setRunning] = useState(false);

  useEffect(() => {
    let isWanted = true;
    call('same/twins', {}).then((found) => {
      if (isWanted) setTwins(found);
    }, notifyError);
    return () => {
      isWanted = false;
    };
  }, []);

  async function change(work: () => Promise<Done | undefined>) {
    setRunning(true);
    try {
      setDone(await work());
      setTwins(await call('same/twins', {}));
      pairs.again();
    } catch (error) {
      notifyError(error);
    } finally {
      setRunning(false);
    }
  }
  const takeBack = () =>
    change(async () => {
      await undo();
      return undefined;
    });
  if (!isRunning && done === undefined && (twins === undefined || twins.count === 0)) return null;
  return (
    <div className="same-twins">
      {isRunning ? (
        <Running />
      ) : done === undefined ? (
        <Offer
          twins={twins ?? { count: 0, sets: [] }}
          onJoin={() => void change(() => call('same/join-twins', {}))}
        />
      ) : (
        <Joined
          done={done}
          onUndo={pairs.decisions.size === 0 ? () => void takeBack() : undefined}
        />
      )}
    </div>
  );
}

function Running() {
  const t = useText().same.twins;
  const job = useJobs((state) => runningJob(state.jobs, 'bulk'));
  return <div role="status">{job === undefined ? t.joining : <JobProgress job={job} />}</div>;
}

function Offer({ twins, onJoin }: { readonly twins: Twins; readonly onJoin: () => void }) {
  const t = useText().same.twins;
  return (
    <Notice
      tone="info"
      title={t.inCase(twins.count)}
      actions={
        <Button variant="primary" onPress={onJoin}>
          {t.joinAll(twins.count)}
        </Button>
      }
    >
      <p>{twins.sets.map(({ name, count }) => t.ofSet(count, name)).join(' · ')}</p>
      <p>{t.joinText}</p>
    </Notice>
  );
}

function Joined({
  done,
  onUndo,
}: {
  readonly done: Done;
  readonly onUndo: (() => void) | undefined;
}) {
  const t = useText().same.twins;
  return (
    <Notice
      tone="good"
      title={t.joined(done.joined)}
      actions={onUndo === undefined ? undefined : <Button onPress={onUndo}>{t.undo}</Button>}
    >
      {done.apart === 0 ? null : t.apart(done.apart)}
    </Notice>
  );
}
