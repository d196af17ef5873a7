import { Copy, Plus } from 'lucide-react';
import type { ClaimView, SourceDossier } from '../../../shared/contract/read-calls.ts';
import { AttachmentsPanel } from '../../record-kit/attachments-panel.tsx';
import { ClaimItem } from '../../record-kit/claim-item.tsx';
import { EdtfText } from '../../record-kit/edtf-text.tsx';
import { NotesPanel } from '../../record-kit/notes-panel.tsx';
import { RecordHistory } from '../../record-kit/record-history.tsx';
import { useLabels } from '../../record-kit/use-vocabulary.ts';
import { notify, notifyError } from '../../state/app-store.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyValueList } from '../../ui/key-value.tsx';
import { Section } from '../../ui/section.tsx';
import { SourceChain } from './source-chain.tsx';
import './source-record.css';

interface Props {
  readonly dossier: SourceDossier;
  readonly currentClaim: string | undefined;
  readonly canWrite: boolean;
  readonly onShowPassage: (passageId: string) => void;
  readonly onNewClaim: () => void;
  readonly onEditClaim: (view: ClaimView) => void;
}

/** What is known about the source, and what was drawn from it. */
export function SourceRecord(props: Props) {
  const { dossier, currentClaim, canWrite, onShowPassage, onNewClaim, onEditClaim } = props;
  const words = useText().sources;
  const { source, claims, via, notes, attachments } = dossier;
  const newClaim = (
    <Button
      variant="quiet"
      icon={<Plus size={14} aria-hidden />}
      isDisabled={!canWrite}
      onPress={onNewClaim}
    >
      {words.reader.recordClaim}
    </Button>
  );
  return (
    <>
      <Section title={words.claims} count={claims.length} actions={newClaim}>
        {claims.length === 0 ? (
          <EmptyState size="s" title={words.noClaims}>
            {words.noClaimsNext}
          </EmptyState>
        ) : (
          claims.map(({ view, incidentId, incidentTitle }) => (
            <ClaimItem
              key={view.claim.id}
              view={view}
              incident={{ id: incidentId, title: incidentTitle }}
              isSourceHidden
              isSelected={view.claim.id === currentClaim}
              tlp={source.tlp}
              onEdit={() => onEditClaim(view)}
              onShowPassage={onShowPassage}
            />
          ))
        )}
      </Section>
      <Section title={words.record}>
        <Facts dossier={dossier} />
      </Section>
      {via.length > 0 && (
        <Section title={words.chain}>
          <SourceChain source={source} via={via} />
        </Section>
      )}
      <AttachmentsPanel table="source" id={source.id} attachments={attachments} />
      <NotesPanel table="source" id={source.id} notes={notes} tlp={source.tlp} />
      <RecordHistory key={source.id} recordId={source.id} />
    </>
  );
}

function Facts({ dossier: { source } }: { readonly dossier: SourceDossier }) {
  const words = useText().sources;
  const format = useFormat();
  const labels = useLabels();
  async function copyUrl() {
    await navigator.clipboard.writeText(source.url ?? '');
    notify({ text: words.urlCopied });
  }
  return (
    <KeyValueList
      items={[
        {
          label: words.reliability,
          value: (
            <>
              <strong>{source.reliability}</strong> {labels.reliabilities[source.reliability]}
              {source.reliability_why !== null && (
                <span className="source-record-why" dir="auto">
                  {source.reliability_why}
                </span>
              )}
            </>
          ),
        },
        { label: words.publisher, value: source.publisher && <bdi>{source.publisher}</bdi> },
        { label: words.author, value: source.author && <bdi>{source.author}</bdi> },
        { label: words.published, value: source.published && <EdtfText edtf={source.published} /> },
        { label: words.accessed, value: source.accessed && format.day(source.accessed) },
        { label: words.language, value: source.language && format.language(source.language) },
        {
          label: words.url,
          value: source.url && (
            <span className="source-record-url">
              <span dir="ltr">{source.url}</span>
              <IconButton
                icon={<Copy size={12} aria-hidden />}
                label={words.copyUrl}
                onPress={() => void copyUrl().catch(notifyError)}
              />
            </span>
          ),
        },
        {
          label: words.textHash,
          value: source.text !== '' && source.text_sha256 !== null && (
            <span className="source-record-hash" title={source.text_sha256}>
              {source.text_sha256.slice(0, 16)}…
            </span>
          ),
        },
      ]}
    />
  );
}
