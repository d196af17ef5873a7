import { useState } from 'react';
import type { CallResult } from '../../../shared/contract/contract.ts';
import type { TlpLabel } from '../../../shared/domain/vocabulary.ts';
import {
  type ExportFormat,
  exportFormats,
  mostInWorkbook,
} from '../../../shared/export/formats.ts';
import type { AppError } from '../../../shared/lib/app-error.ts';
import { asAppError, call } from '../../api/client.ts';
import { TlpField } from '../../record-kit/tlp-field.tsx';
import { useCase } from '../../state/case-store.ts';
import { useIncidents } from '../../state/incidents-store.ts';
import { errorWords } from '../../text/error-words.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ExportResult } from './export-result.tsx';
import { FileExportState, isNetwork } from './file-export.tsx';
import { exportFile, useFileExport } from './file-export-store.ts';
import { LicenceNotice } from './licence-notice.tsx';
import { PackRunning } from './pack-running.tsx';
import { isUsable, type NewPassphrase, noPassphrase } from './passphrase.ts';
import { PassphraseFields } from './passphrase-fields.tsx';
import { selectionOf, type What } from './selection-of.ts';

interface Outcome {
  readonly result?: CallResult<'pack/export'>;
  readonly isSealed?: boolean;
  readonly error?: AppError;
}

export function ExportPanel() {
  const text = useText();
  const t = text.exchange;
  const caseTlp = useCase((state) => state.caseState?.tlp ?? 'AMBER');
  const caseTitle = useCase((state) => state.caseState?.title ?? '');
  const what = useWhat();
  const [title, setTitle] = useState<string | undefined>();
  const [ceiling, setCeiling] = useState<TlpLabel | undefined>();
  const [format, setFormat] = useState<'pack' | ExportFormat>('pack');
  const isWriting = useFileExport((store) => store.state.step === 'writing');
  const [isPending, setPending] = useState(false);
  const [secret, setSecret] = useState<NewPassphrase>(noPassphrase);
  const [outcome, setOutcome] = useState<Outcome>({});
  const shownTitle = title ?? caseTitle;
  const isTitleMissing = format === 'pack' && shownTitle.trim() === '';
  const obstacle = useObstacle(format, what);
  const isReady =
    obstacle === undefined && !isTitleMissing && (format !== 'pack' || isUsable(secret));

  async function run() {
    if (!isReady || isPending) return;
    if (format !== 'pack') {
      const suggestedName = caseTitle.slice(0, 120);
      const tlpMax = ceiling ?? caseTlp;
      void exportFile({ format, selection: selectionOf(what.value), tlpMax, suggestedName });
      return;
    }
    setPending(true);
    setOutcome({});
    try {
      const selection = selectionOf(what.value);
      const chosen = await call('file/choose', {
        purpose: secret.isWanted ? 'export-sealed-pack' : 'export-pack',
        suggestedName: shownTitle.trim().slice(0, 120),
      });
      if (chosen.cancelled) return;
      const result = await call('pack/export', {
        token: chosen.token,
        selection,
        title: shownTitle.trim().slice(0, 300),
        tlpMax: ceiling ?? caseTlp,
        ...(secret.isWanted ? { passphrase: secret.text } : {}),
      });
      setOutcome({ result, isSealed: secret.isWanted });
      // it has no business staying in memory
      setSecret(noPassphrase);
    } catch (error) {
      const refused = asAppError(error);
      if (refused.code !== 'call/cancelled') setOutcome({ error: refused });
    } finally {
      setPending(false);
    }
  }
  const failure = outcome.error === undefined ? undefined : errorWords(text, outcome.error);
  return (
    <div className="exchange-panel">
      {outcome.result === undefined ? null : (
        <ExportResult
          result={outcome.result}
          isSealed={outcome.isSealed === true}
          onClose={() => setOutcome({})}
        />
      )}
      {failure === undefined ? null : (
        <Notice tone="bad" title={failure.title} onClose={() => setOutcome({})}>
          {failure.next}
        </Notice>
      )}
      <FileExportState />
      <form
        className="exchange-form"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <RadioGroup
          label={t.exportWhat}
          description={format === 'pack' ? t.withTies : undefined}
          value={what.value}
          options={what.options}
          onChange={what.set}
        />
        <FormatChoice value={format} error={obstacle} onChange={setFormat} />
        {format === 'pack' ? (
          <TextField
            label={t.packTitle}
            value={shownTitle}
            maxLength={300}
            isRequired
            errorMessage={isTitleMissing ? t.packTitleMissing : undefined}
            onChange={setTitle}
          />
        ) : null}
        <TlpField
          label={t.ceiling}
          description={t.ceilingHelp}
          value={ceiling ?? caseTlp}
          onChange={setCeiling}
        />
        {format === 'pack' ? <PassphraseFields value={secret} onChange={setSecret} /> : null}
        <LicenceNotice what={what.value} tlpMax={ceiling ?? caseTlp} />
        <div>
          <Button
            type="submit"
            variant="primary"
            isPending={isPending || isWriting}
            isDisabled={!isReady}
          >
            {isPending ? t.exporting : t.doExport}
          </Button>
        </div>
        {isPending ? (
          <PackRunning kind="pack-export" label={t.exporting} fileName={shownTitle} />
        ) : null}
      </form>
    </div>
  );
}

function FormatChoice({
  value,
  error,
  onChange,
}: {
  readonly value: 'pack' | ExportFormat;
  readonly error: string | undefined;
  readonly onChange: (format: 'pack' | ExportFormat) => void;
}) {
  const t = useText().exportFiles;
  return (
    <Select<'pack' | ExportFormat>
      label={t.format}
      description={value === 'pack' ? t.packHelp : t.help[value]}
      errorMessage={error}
      value={value}
      options={[
        { value: 'pack' as const, label: t.pack, description: t.packHelp },
        ...exportFormats.map((each) => ({
          value: each,
          label: t.formats[each],
          description: t.help[each],
        })),
      ]}
      onChange={onChange}
    />
  );
}

/** Why this format cannot be made of these incidents; undefined when it can. */
function useObstacle(
  format: 'pack' | ExportFormat,
  { value, counts }: Pick<ReturnType<typeof useWhat>, 'value' | 'counts'>,
): string | undefined {
  const t = useText().exportFiles;
  const f = useFormat();
  if (format === 'xlsx' && counts[value] > mostInWorkbook) {
    return t.workbookFull(f.number(mostInWorkbook));
  }
  return format !== 'pack' && isNetwork(format) && value === 'incidents'
    ? t.networkOfPicked
    : undefined;
}

/** Which records: the picked ones when several are picked, else the filter when one is set. */
function useWhat() {
  const t = useText().exchange;
  const total = useIncidents((state) => state.total);
  const picked = useIncidents((state) => state.selectedIds.size);
  const filterText = useIncidents((state) => state.filterText);
  const isFiltered = useIncidents((state) => Object.keys(state.filter).length > 0);
  const all = useCase((state) => state.caseState?.counts.incidents ?? 0);
  const [chosen, setChosen] = useState<What | undefined>();
  const natural: What = picked > 1 ? 'incidents' : isFiltered ? 'filter' : 'case';
  const isPossible =
    chosen !== undefined &&
    !(chosen === 'incidents' && picked === 0) &&
    !(chosen === 'filter' && !isFiltered);
  const options = [
    { value: 'case' as const, label: t.whole, description: t.incidents(all) },
    {
      value: 'filter' as const,
      label: t.matches,
      description: isFiltered ? `${t.incidents(total)}: ${filterText}` : t.noFilter,
      isDisabled: !isFiltered,
    },
    {
      value: 'incidents' as const,
      label: t.picked,
      description: picked === 0 ? t.nonePicked : t.incidents(picked),
      isDisabled: picked === 0,
    },
  ];
  const counts: Readonly<Record<What, number>> = { case: all, filter: total, incidents: picked };
  return { value: isPossible ? chosen : natural, options, counts, set: setChosen };
}
