import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import type { useSaveReport } from './use-save-report.ts';

/** How far the file is, and a way to end it; nothing while none is made. */
export function SavingLine({ saving }: { readonly saving: ReturnType<typeof useSaveReport> }) {
  const t = useText().reports.progress;
  const { isSaving, progress } = saving;
  if (!isSaving) return null;
  const stage = progress?.stage ?? 'reading';
  const isCounted = stage === 'figures' && progress !== undefined && progress.total > 0;
  return (
    <div className="reports-saving">
      <span role="status">
        {isCounted ? t.maps(progress.done, progress.total) : t.stages[stage]}
      </span>
      <progress
        aria-label={t.stages[stage]}
        {...(isCounted ? { value: progress.done, max: progress.total } : {})}
      />
      <Button onPress={saving.cancel}>{t.cancel}</Button>
    </div>
  );
}
