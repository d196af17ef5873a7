// Sources: the documents claims are drawn from. List, text and record side by side.
import { FileText } from 'lucide-react';
import { useState } from 'react';
import type { SourceDossier } from '../../../shared/contract/read-calls.ts';
import type { Source } from '../../../shared/domain/records.ts';
import { call } from '../../api/client.ts';
import { DropVeil } from '../../record-kit/drop-veil.tsx';
import { ErrorNotice } from '../../record-kit/error-notice.tsx';
import { RecordsScreen } from '../../record-kit/records-screen.tsx';
import { type GivenFile, useDroppedFiles } from '../../record-kit/use-dropped-files.ts';
import { notifyError, setRecord } from '../../state/app-store.ts';
import { useCase } from '../../state/case-store.ts';
import { useRequest } from '../../state/requests.ts';
import { useRead } from '../../state/use-changes.ts';
import { useText } from '../../text/index.tsx';
import { SourceEditor } from './source-editor.tsx';
import { SourceFilesDialog } from './source-files-dialog.tsx';
import { SourceList } from './source-list.tsx';
import { SourceView } from './source-view.tsx';
import { useSuggestions } from './suggest/use-suggestions.tsx';

export function SourcesScreen() {
  const words = useText().sources;
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? false);
  const [files, setFiles] = useState<readonly GivenFile[]>([]);
  const isOver = useDroppedFiles(setFiles, !isReadOnly && files.length === 0);

  async function chooseFiles() {
    if (isReadOnly) return;
    const chosen = await call('file/choose-sources', {});
    setFiles(chosen.files);
  }
  useRequest('source-from-file', () => void chooseFiles().catch(notifyError));

  const seat = {
    onClose: () => setFiles([]),
    onSaved: (id: string) => {
      setFiles([]);
      setRecord('sources', id);
    },
  };
  const [first] = files;
  return (
    <>
      <RecordsScreen<Source>
        screen="sources"
        newRequest="new-source"
        icon={<FileText size={24} aria-hidden />}
        words={{
          ...words,
          pane: words.source,
          newRecord: words.newSource,
          divider: words.listDivider,
        }}
        split={{ sized: 'first', key: 'sources.list', min: 200, max: 520, otherwise: 280 }}
        list={(list) => (
          <SourceList {...list} onFromFile={() => void chooseFiles().catch(notifyError)} />
        )}
        opened={(id, onEdit) => <Opened key={id} sourceId={id} onEdit={onEdit} />}
        editor={(source, editor) => <SourceEditor source={source} {...editor} />}
      />
      {files.length === 1 && <SourceEditor source={undefined} file={first} {...seat} />}
      {files.length > 1 && <SourceFilesDialog files={files} {...seat} />}
      {isOver && <DropVeil>{words.dropHere}</DropVeil>}
    </>
  );
}

interface OpenedProps {
  readonly sourceId: string;
  readonly onEdit: (source: Source) => void;
}

function Opened({ sourceId, onEdit }: OpenedProps) {
  const read = useRead(() => call('source/get', { id: sourceId }), [sourceId]);
  if (read.value !== undefined) return <OpenedSource dossier={read.value} onEdit={onEdit} />;
  return <ErrorNotice error={read.error} />;
}

interface OpenedSourceProps {
  readonly dossier: SourceDossier;
  readonly onEdit: (source: Source) => void;
}

function OpenedSource({ dossier, onEdit }: OpenedSourceProps) {
  const suggestions = useSuggestions(dossier.source);
  return (
    <SourceView dossier={dossier} suggestions={suggestions} onEdit={() => onEdit(dossier.source)} />
  );
}
