import { closeEditor } from '../features/incidents/editor-store.ts';
import { setApp, useApp } from '../state/app-store.ts';
import { useText } from '../text/index.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { runCommand } from './commands.ts';

/** Asks before a command leaves the case with an incident half written. */
export function LeaveDialog() {
  const t = useText().app.leave;
  const command = useApp((state) => state.leaving);
  return (
    <ConfirmDialog
      isOpen
      onClose={() => setApp({ overlay: undefined, leaving: undefined })}
      title={t.title}
      confirmLabel={t.discard}
      cancelLabel={t.keep}
      isDanger
      onConfirm={() => {
        setApp({ overlay: undefined, leaving: undefined });
        closeEditor();
        if (command !== undefined) void runCommand(command);
      }}
    >
      {t.body}
    </ConfirmDialog>
  );
}
