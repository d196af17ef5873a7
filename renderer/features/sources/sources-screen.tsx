// Sources: the documents claims are drawn from. List, text and record side by side.
import { FileText } from 'lucide-react';
import type { Source } from '../../../shared/domain/records.ts';
import { call } from '../../api/client.ts';
import { ErrorNotice } from '../../record-kit/error-notice.tsx';
import { RecordsScreen } from '../../record-kit/records-screen.tsx';
import { useRead } from '../../state/use-changes.ts';
import { useText } from '../../text/index.tsx';
import { SourceEditor } from './source-editor.tsx';
import { SourceList } from './source-list.tsx';
import { SourceView } from './source-view.tsx';

export function SourcesScreen() {
  const words = useText().sources;
  return (
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
      list={(seat) => <SourceList {...seat} />}
      opened={(id, onEdit) => <Opened key={id} sourceId={id} onEdit={onEdit} />}
      editor={(source, seat) => <SourceEditor source={source} {...seat} />}
    />
  );
}

interface OpenedProps {
  readonly sourceId: string;
  readonly onEdit: (source: Source) => void;
}

function Opened({ sourceId, onEdit }: OpenedProps) {
  const read = useRead(() => call('source/get', { id: sourceId }), [sourceId]);
  if (read.value !== undefined) {
    const dossier = read.value;
    return <SourceView dossier={dossier} onEdit={() => onEdit(dossier.source)} />;
  }
  return <ErrorNotice error={read.error} />;
}
