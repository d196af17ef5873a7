import { call } from '../../api/client.ts';
import { notify, notifyError } from '../../state/app-store.ts';
import { useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';

/** Saves what an import was and did as a file to keep. */
export function SaveBatchReport({ batch }: { readonly batch: string }) {
  const t = useText().exchange;
  const lang = useLang();

  async function save() {
    try {
      const { report } = await call('batch/report', { id: batch });
      const chosen = await call('file/choose', {
        purpose: 'batch-report',
        suggestedName: t.reportName(report.title).slice(0, 120),
      });
      if (chosen.cancelled) return;
      const saved = await call('batch/save-report', { token: chosen.token, id: batch, lang });
      notify({ text: t.reportSaved(saved.fileName) });
    } catch (error) {
      notifyError(error);
    }
  }
  return (
    <Button variant="quiet" onPress={() => void save()}>
      {t.saveReport}
    </Button>
  );
}
