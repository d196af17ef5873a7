import { closeEditor, getEditor, isDirty } from '../features/incidents/editor-store.ts';
import { setApp, useApp } from '../state/app-store.ts';
import { isRunning, useJobs } from '../state/jobs-store.ts';
import { useText } from '../text/index.tsx';
import { jobName } from '../text/job-words.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { runCommand } from './commands.ts';

/** Asks before a command leaves the case with an incident half written or work under way. */
export function LeaveDialog() {
  const text = useText();
  const command = useApp((state) => state.leaving);
  const jobs = useJobs((state) => state.jobs).filter(isRunning);
  const isWriting = isDirty(getEditor());
  const t = isWriting ? text.app.leave : text.jobs.leave;
  return (
    <ConfirmDialog
      isOpen
      onClose={() => setApp({ overlay: undefined, leaving: undefined })}
      title={t.title}
      confirmLabel={isWriting ? text.app.leave.discard : text.jobs.leave.stop}
      cancelLabel={t.keep}
      isDanger
      onConfirm={() => {
        setApp({ overlay: undefined, leaving: undefined });
        closeEditor();
        if (command !== undefined) void runCommand(command, true);
      }}
    >
      {isWriting ? <p>{text.app.leave.body}</p> : null}
      {jobs.length === 0 ? null : (
        <>
          <p>{text.jobs.leave.body}</p>
          <ul>
            {jobs.map((job) => (
              <li key={job.id}>
                <bdi>{jobName(text, job)}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </ConfirmDialog>
  );
}
