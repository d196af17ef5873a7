// The versions a text went through, each with what it changed.
import { useMemo, useState } from 'react';
import type { TextVersion } from '../../../../shared/contract/reader-calls.ts';
import type { Source } from '../../../../shared/domain/records.ts';
import { textChanges } from '../../../../shared/domain/text-changes.ts';
import { call } from '../../../api/client.ts';
import { ErrorNotice } from '../../../record-kit/error-notice.tsx';
import { useRead } from '../../../state/use-changes.ts';
import { useFormat, useText } from '../../../text/index.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { SelectList } from '../../../ui/list-box.tsx';
import './text-versions.css';
import { TextDiff } from './text-diff.tsx';

interface Props {
  readonly source: Source;
  readonly onClose: () => void;
}

export function TextVersions({ source, onClose }: Props) {
  const words = useText().sources.versions;
  const format = useFormat();
  const read = useRead(() => call('source/versions', { id: source.id }), [source.id], ['sources']);
  const versions = read.value ?? [];
  const [chosen, setChosen] = useState<string>();
  const at = Math.max(
    0,
    versions.findIndex(({ seq }) => String(seq) === chosen),
  );
  return (
    <Dialog isOpen onClose={onClose} title={words.title} size="xl">
      <ErrorNotice error={read.error} />
      <div className="text-versions">
        <SelectList
          label={words.list}
          items={versions.map((version) => ({
            id: String(version.seq),
            title: words.version(version.version, version.isCurrent),
            meta: [
              words.kinds[version.kind as keyof typeof words.kinds] ?? version.kind,
              format.moment(version.at),
              version.author,
              version.why,
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
          selectedId={versions[at] && String(versions[at].seq)}
          onSelect={setChosen}
          empty={null}
        />
        <div className="text-versions-text">
          {versions[at] !== undefined && (
            <Version
              key={versions[at].seq}
              sourceId={source.id}
              version={versions[at]}
              before={versions[at + 1]}
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}

interface VersionProps {
  readonly sourceId: string;
  readonly version: TextVersion;
  /** The one before; undefined for the first. */
  readonly before: TextVersion | undefined;
}

function Version({ sourceId, version, before }: VersionProps) {
  const words = useText().sources.versions;
  const textOf = async (seq: number) =>
    (await call('source/version-text', { id: sourceId, seq })).text;
  const read = useRead(
    async () => ({
      after: await textOf(version.seq),
      before: before === undefined ? undefined : await textOf(before.seq),
    }),
    [sourceId, version.seq],
    [],
  );
  const texts = read.value;
  const pieces = useMemo(
    () => (texts === undefined ? [] : textChanges(texts.before ?? texts.after, texts.after)),
    [texts],
  );
  if (texts === undefined) return <ErrorNotice error={read.error} />;
  return (
    <>
      <p className="u-soft text-versions-head">
        {before === undefined ? words.first : words.against(before.version)}
      </p>
      <TextDiff before={texts.before ?? texts.after} after={texts.after} pieces={pieces} />
    </>
  );
}
