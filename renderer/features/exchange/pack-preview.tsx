import { type PackPreview, packVerdicts } from '../../../shared/contract/exchange-calls.ts';
import { useCase } from '../../state/case-store.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { TlpLabel } from '../../ui/badges.tsx';
import { Button } from '../../ui/button.tsx';
import { KeyValueList } from '../../ui/key-value.tsx';
import { Notice } from '../../ui/notice.tsx';
import { HelpTip } from '../../ui/tooltip.tsx';
import { ConflictKinds } from './conflict-kinds.tsx';
import { tableHeading } from './count-words.ts';
import { totalsOf } from './preview-totals.ts';
import { SamePreview } from './same-preview.tsx';
import { SampleRecords } from './sample-records.tsx';
import { SignerNotice } from './signer-notice.tsx';
import { TwinsPreview } from './twins-preview.tsx';
import type { PackImport } from './use-pack-import.ts';

/** What an import would do, before anything is written. */
export function PackPreviewView({
  preview,
  packImport,
}: {
  readonly preview: PackPreview;
  readonly packImport: PackImport;
}) {
  const t = useText().exchange;
  const totals = totalsOf(preview);
  const written = totals.new + totals.changed + totals.conflicting;
  const isWaiting = preview.signer.isAsked && !packImport.isSignerAccepted;
  return (
    <section className="exchange-preview" aria-labelledby="exchange-preview-title">
      <h2 id="exchange-preview-title">
        <bdi>{t.previewOf(preview.title)}</bdi>
      </h2>
      <PackFacts preview={preview} />
      <SignerNotice
        signer={preview.signer}
        isAccepted={packImport.isSignerAccepted}
        onAccept={packImport.acceptSigner}
        onChange={packImport.setSigner}
      />
      <Warnings preview={preview} isNothing={written === 0} />
      <h3>{t.whatChanges}</h3>
      <VerdictTable preview={preview} />
      {totals.conflicting === 0 ? null : (
        <ConflictKinds preview={preview} packImport={packImport} />
      )}
      <TwinsPreview twins={preview.twins} packImport={packImport} />
      <SamePreview same={preview.same} />
      <SampleRecords preview={preview} packImport={packImport} />
      <div className="exchange-actions">
        <Button variant="primary" onPress={packImport.run} isDisabled={written === 0 || isWaiting}>
          {t.doImportCount(written)}
        </Button>
        <Button onPress={packImport.choose}>{t.chooseOther}</Button>
        <Button variant="quiet" onPress={packImport.close}>
          {t.cancel}
        </Button>
      </div>
    </section>
  );
}

function PackFacts({ preview }: { readonly preview: PackPreview }) {
  const t = useText().exchange;
  const f = useFormat();
  const at = f.moment(preview.exportedAt);
  return (
    <KeyValueList
      items={[
        { label: t.file, value: <bdi>{preview.fileName}</bdi> },
        {
          label: t.by,
          value:
            preview.exportedBy === '' ? t.exportedAt(at) : t.exportedBy(preview.exportedBy, at),
        },
        { label: t.label, value: <TlpLabel tlp={preview.tlp} /> },
        {
          label: t.attachments,
          value: preview.attachments === 0 ? undefined : f.number(preview.attachments),
        },
        { label: t.sealedLabel, value: preview.isSealed ? t.sealedYes : undefined },
        { label: t.sha256, value: <code className="exchange-hash">{preview.sha256}</code> },
      ]}
    />
  );
}

function Warnings({
  preview,
  isNothing,
}: {
  readonly preview: PackPreview;
  readonly isNothing: boolean;
}) {
  const t = useText().exchange;
  const isInvented = useCase((state) => state.caseState?.invented ?? false);
  return (
    <>
      {preview.invented && !isInvented ? <Notice tone="warn">{t.inventedPack}</Notice> : null}
      {!preview.invented && isInvented ? <Notice tone="warn">{t.realPack}</Notice> : null}
      {isNothing ? <Notice tone="good">{t.nothingToDo}</Notice> : null}
      {preview.seenBefore && !isNothing ? <Notice tone="info">{t.seenBefore}</Notice> : null}
      {preview.warnings.map((warning) => (
        <Notice key={warning} tone="warn">
          {t.packWarnings[warning] ?? warning}
        </Notice>
      ))}
    </>
  );
}

function VerdictTable({ preview }: { readonly preview: PackPreview }) {
  const t = useText().exchange;
  const f = useFormat();
  const lang = useLang();
  return (
    <div className="exchange-scroll">
      <table className="exchange-table u-tabular">
        <thead>
          <tr>
            <th scope="col">{t.table}</th>
            {packVerdicts.map((verdict) => (
              <th key={verdict} scope="col" className="exchange-number">
                <HelpTip label={t.verdictHelp[verdict]}>{t.verdicts[verdict]}</HelpTip>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(preview.byTable).map(([table, counts]) => (
            <tr key={table}>
              <th scope="row">{tableHeading(lang, table)}</th>
              {packVerdicts.map((verdict) => (
                <td
                  key={verdict}
                  className={`exchange-number ${counts[verdict] === 0 ? 'exchange-zero' : ''} ${
                    verdict === 'conflicting' && counts[verdict] > 0 ? 'exchange-conflict' : ''
                  }`}
                >
                  {f.number(counts[verdict])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
