import type { CallResult } from '../../../shared/contract/contract.ts';
import { notify } from '../../state/app-store.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { KeyValueList } from '../../ui/key-value.tsx';
import { Notice } from '../../ui/notice.tsx';
import { countsWords } from './count-words.ts';

/** What went out and what stayed. */
export function ExportResult({
  result,
  isSealed = false,
  inside,
  next,
  onClose,
}: {
  readonly result: CallResult<'pack/export'>;
  readonly isSealed?: boolean;
  /** Words for what is in the file; those of a pack when absent. */
  readonly inside?: string;
  /** What to do with it now; that of a pack when absent. */
  readonly next?: string;
  readonly onClose: () => void;
}) {
  const t = useText().exchange;
  const f = useFormat();
  const lang = useLang();
  const leftOut = countsWords(lang, result.leftOut);

  async function copyHash() {
    await navigator.clipboard.writeText(result.sha256);
    notify({ text: t.copied });
  }
  return (
    <Notice
      tone="good"
      title={t.exported(result.fileName, f.bytes(result.bytes))}
      onClose={onClose}
    >
      <p className="exchange-after">{next ?? (isSealed ? t.exportedSealedNext : t.exportedNext)}</p>
      <AttachmentWarnings result={result} />
      <KeyValueList
        items={[
          { label: inside ?? t.inside, value: countsWords(lang, result.records) },
          {
            label: t.leftOut,
            value: leftOut === '' ? t.nothingLeftOut : <strong>{leftOut}</strong>,
          },
          {
            label: t.blackedOut,
            value: result.blackedOut === 0 ? undefined : t.blackedOutIn(result.blackedOut),
          },
          {
            label: t.sha256,
            value: (
              <span className="exchange-hash-row">
                <code className="exchange-hash">{result.sha256}</code>
                <Button variant="quiet" onPress={() => void copyHash()}>
                  {t.copy}
                </Button>
              </span>
            ),
          },
        ]}
      />
    </Notice>
  );
}

/** Files go out as they are: nothing can be blacked out in them. */
function AttachmentWarnings({ result }: { readonly result: CallResult<'pack/export'> }) {
  const t = useText().exchange;
  const { attachmentsNaming = [], attachmentsUnread = 0 } = result;
  return (
    <>
      {attachmentsNaming.length === 0 ? null : (
        <Notice tone="bad" title={t.attachmentsNaming}>
          <ul>
            {attachmentsNaming.map((name) => (
              <li key={name}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {attachmentsUnread === 0 ? null : (
        <Notice tone="warn">{t.attachmentsUnread(attachmentsUnread)}</Notice>
      )}
    </>
  );
}
