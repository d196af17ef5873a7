import type { ExportFormat } from '../../../shared/export/formats.ts';
import { JobProgress } from '../../record-kit/job-progress.tsx';
import { runningJob, useJobs } from '../../state/jobs-store.ts';
import { errorWords } from '../../text/error-words.ts';
import { useText } from '../../text/index.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { ExportResult } from './export-result.tsx';
import { closeFileExport, type FileExport, useFileExport } from './file-export-store.ts';

export const isNetwork = (format: ExportFormat): boolean =>
  format === 'graphml' || format === 'gexf';

/** A file that is being written, was written, or could not be; nothing when there is none. */
export function FileExportState() {
  const state = useFileExport((store) => store.state);
  const text = useText();
  switch (state.step) {
    case 'none':
      return null;
    case 'writing':
      return <Writing state={state} />;
    case 'done': {
      const t = text.exportFiles;
      const { format, result } = state;
      return (
        <ExportResult
          result={result}
          inside={t.inFile}
          next={isNetwork(format) ? t.nextNetwork : t.next(result.records['incident'] ?? 0)}
          onClose={closeFileExport}
        />
      );
    }
    case 'failed': {
      const words = errorWords(text, state.error);
      return (
        <Notice tone="bad" title={words.title} onClose={closeFileExport}>
          {words.next}
        </Notice>
      );
    }
  }
}

function Writing({
  state: { fileName },
}: {
  readonly state: Extract<FileExport, { step: 'writing' }>;
}) {
  const t = useText().exportFiles;
  const job = useJobs(({ jobs }) => runningJob(jobs, 'export'));
  const label = t.writing(fileName);
  return (
    <section className="exchange-running" aria-label={label}>
      <p role="status">
        <Spinner /> {label}
      </p>
      {job === undefined ? null : <JobProgress job={job} />}
    </section>
  );
}
