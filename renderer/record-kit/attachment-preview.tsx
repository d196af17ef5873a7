// A file kept in the case, looked at without leaving it: picture, sound, film, or the text of a document.
import { Copy } from 'lucide-react';
import type { Attachment } from '../../shared/domain/records.ts';
import { call } from '../api/client.ts';
import { notify, notifyError } from '../state/app-store.ts';
import { useRead } from '../state/use-changes.ts';
import { useFormat, useText } from '../text/index.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { KeyValueList } from '../ui/key-value.tsx';
import { Notice } from '../ui/notice.tsx';
import { Spinner } from '../ui/spinner.tsx';
import './attachment-preview.css';
import { ErrorNotice } from './error-notice.tsx';
import { PicturePreview, PlayedPreview } from './media-preview.tsx';

export type PreviewKind = 'picture' | 'sound' | 'film' | 'text';

/** What kind of look a file offers, by its recorded type; the engine checks the content itself. */
export function previewKind({ media_type: type, name }: Attachment): PreviewKind | undefined {
  if (/^image\/(?:png|jpeg|gif|webp|avif)$/.test(type)) return 'picture';
  if (/^audio\//.test(type)) return 'sound';
  if (/^video\//.test(type)) return 'film';
  if (/^(?:application\/pdf|text\/)/.test(type) || /wordprocessingml/.test(type)) return 'text';
  return /\.(?:pdf|docx|txt|md|html?)$/i.test(name) ? 'text' : undefined;
}

interface Props {
  readonly attachment: Attachment;
  readonly kind: PreviewKind;
  readonly onClose: () => void;
}

export function AttachmentPreview({ attachment, kind, onClose }: Props) {
  const address = `app://cairn/attachment/${attachment.id}`;
  return (
    <Dialog isOpen onClose={onClose} title={attachment.name} size="xl">
      <div className="attachment-preview">
        {kind === 'picture' && <PicturePreview address={address} name={attachment.name} />}
        {(kind === 'sound' || kind === 'film') && (
          <PlayedPreview address={address} name={attachment.name} kind={kind} />
        )}
        {kind === 'text' && <TextPreview id={attachment.id} />}
        <Facts attachment={attachment} />
      </div>
    </Dialog>
  );
}

function TextPreview({ id }: { readonly id: string }) {
  const t = useText();
  const words = t.records.attachments;
  const format = useFormat();
  const read = useRead(() => call('attachment/read-text', { id }), [id], []);
  if (read.error !== undefined) return <ErrorNotice error={read.error} />;
  if (read.value === undefined) return <Spinner label={words.reading} />;
  const { text, notice, pages } = read.value;
  if (notice !== null)
    return (
      <Notice tone="warn" title={t.sources.file.notices[notice]}>
        {words.saveToOpen}
      </Notice>
    );
  return (
    <>
      <p className="attachment-preview-note">{words.textOnly(format.number(text.length), pages)}</p>
      <section
        className="attachment-preview-text"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keyboard
        tabIndex={0}
        aria-label={words.textOf}
        dir="auto"
      >
        {text}
      </section>
    </>
  );
}

function Facts({ attachment }: { readonly attachment: Attachment }) {
  const words = useText().records.attachments;
  const format = useFormat();
  const { size, sha256, media_type: type, captured_at: capturedAt } = attachment;
  async function copyHash() {
    await navigator.clipboard.writeText(sha256);
    notify({ text: words.hashCopied });
  }
  return (
    <KeyValueList
      items={[
        { label: words.size, value: format.bytes(size) },
        { label: words.type, value: type },
        { label: words.captured, value: capturedAt && format.moment(capturedAt) },
        { label: words.addedOn, value: format.moment(attachment.created_at) },
        {
          label: words.origin,
          value: attachment.origin_words && <bdi>{attachment.origin_words}</bdi>,
        },
        {
          label: 'SHA-256',
          value: (
            <span className="attachment-preview-hash">
              <span dir="ltr">{sha256}</span>
              <IconButton
                icon={<Copy size={12} aria-hidden />}
                label={words.copyHash}
                onPress={() => void copyHash().catch(notifyError)}
              />
            </span>
          ),
        },
      ]}
    />
  );
}
