import { useState } from 'react';
import type { CallResult } from '../../../shared/contract/contract.ts';
import type { Selection } from '../../../shared/contract/exchange-calls.ts';
import { tlpText } from '../../../shared/domain/tlp.ts';
import { type TlpLabel, tlpLabels } from '../../../shared/domain/vocabulary.ts';
import type { AppError } from '../../../shared/lib/app-error.ts';
import { labels } from '../../../shared/text/index.ts';
import { asAppError, call } from '../../api/client.ts';
import { useCase } from '../../state/case-store.ts';
import { getIncidents, useIncidents } from '../../state/incidents-store.ts';
import { errorWords } from '../../text/error-words.ts';
import { useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ExportResult } from './export-result.tsx';

type What = Selection['what'];

/** The records an export covers, read at the moment it is asked for. */
function selectionOf(what: What): Selection {
  const { filter, sort, selectedIds } = getIncidents();
  switch (what) {
    case 'case':
      return { what };
    case 'filter':
      return { what, filter, sort };
    case 'incidents':
      return { what, ids: [...selectedIds] };
  }
}

interface Outcome {
  readonly result?: CallResult<'pack/export'>;
  readonly error?: AppError;
}

export function ExportPanel() {
  const text = useText();
  const t = text.exchange;
  const meanings = labels(useLang()).tlpMeanings;
  const caseTlp = useCase((state) => state.caseState?.tlp ?? 'AMBER');
  const caseTitle = useCase((state) => state.caseState?.title ?? '');
  const what = useWhat();
  const [title, setTitle] = useState<string | undefined>();
  const [ceiling, setCeiling] = useState<TlpLabel | undefined>();
  const [isPending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>({});
  const shownTitle = title ?? caseTitle;
  const isTitleMissing = shownTitle.trim() === '';

  async function run() {
    if (isTitleMissing || isPending) return;
    setPending(true);
    setOutcome({});
    try {
      const selection = selectionOf(what.value);
      const chosen = await call('file/choose', {
        purpose: 'export-pack',
        suggestedName: shownTitle.trim().slice(0, 120),
      });
      if (chosen.cancelled) return;
      const result = await call('pack/export', {
        token: chosen.token,
        selection,
        title: shownTitle.trim().slice(0, 300),
        tlpMax: ceiling ?? caseTlp,
      });
      setOutcome({ result });
    } catch (error) {
      setOutcome({ error: asAppError(error) });
    } finally {
      setPending(false);
    }
  }
  const failure = outcome.error === undefined ? undefined : errorWords(text, outcome.error);
  return (
    <div className="exchange-panel">
      {outcome.result === undefined ? null : (
        <ExportResult result={outcome.result} onClose={() => setOutcome({})} />
      )}
      {failure === undefined ? null : (
        <Notice tone="bad" title={failure.title} onClose={() => setOutcome({})}>
          {failure.next}
        </Notice>
      )}
      <form
        className="exchange-form"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <RadioGroup
          label={t.exportWhat}
          description={t.withTies}
          value={what.value}
          options={what.options}
          onChange={what.set}
        />
        <TextField
          label={t.packTitle}
          value={shownTitle}
          maxLength={300}
          isRequired
          errorMessage={isTitleMissing ? t.packTitleMissing : undefined}
          onChange={setTitle}
        />
        <Select
          label={t.ceiling}
          description={t.ceilingHelp}
          value={ceiling ?? caseTlp}
          options={tlpLabels.map((value) => ({
            value,
            label: tlpText(value),
            description: meanings[value],
          }))}
          onChange={setCeiling}
        />
        <div>
          <Button type="submit" variant="primary" isPending={isPending} isDisabled={isTitleMissing}>
            {isPending ? t.exporting : t.doExport}
          </Button>
        </div>
      </form>
    </div>
  );
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
  return { value: isPossible ? chosen : natural, options, set: setChosen };
}
