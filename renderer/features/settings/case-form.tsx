import { useState } from 'react';
import type { CaseState } from '../../../shared/contract/case-calls.ts';
import { TlpField } from '../../record-kit/tlp-field.tsx';
import { notify, notifyError } from '../../state/app-store.ts';
import { describeCase, useCase } from '../../state/case-store.ts';
import { useText } from '../../text/index.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SaveRow } from './save-row.tsx';
import { useDraft } from './use-draft.ts';

export function CaseForm() {
  const t = useText().settings;
  const caseState = useCase((state) => state.caseState);
  if (caseState === undefined) return <p className="settings-help">{t.noCase}</p>;
  return <Form key={caseState.id} caseState={caseState} />;
}

function Form({ caseState }: { readonly caseState: CaseState }) {
  const t = useText().settings;
  const [isPending, setPending] = useState(false);
  const { title, description, tlp, isReadOnly } = caseState;
  const { draft, change, reset, isChanged } = useDraft({ title, description, tlp });
  const isTitleMissing = draft.title.trim() === '';

  async function save() {
    if (isTitleMissing || !isChanged) return;
    setPending(true);
    try {
      await describeCase({ ...draft, title: draft.title.trim() });
      reset();
      notify({ text: t.saved });
    } catch (error) {
      notifyError(error);
    } finally {
      setPending(false);
    }
  }
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {isReadOnly ? <p className="settings-help">{t.readOnly}</p> : null}
      <TextField
        label={t.caseTitle}
        value={draft.title}
        maxLength={500}
        isReadOnly={isReadOnly}
        isRequired
        errorMessage={isTitleMissing ? t.caseTitleMissing : undefined}
        onChange={(next) => change({ title: next })}
      />
      <TextArea
        label={t.description}
        description={t.descriptionHelp}
        value={draft.description}
        rows={3}
        isReadOnly={isReadOnly}
        onChange={(next) => change({ description: next })}
      />
      <TlpField
        label={t.tlp}
        description={t.tlpHelp}
        value={draft.tlp}
        isDisabled={isReadOnly}
        onChange={(next) => change({ tlp: next })}
      />
      <p className="settings-help">
        <bdi>{t.file(caseState.fileName)}</bdi>
      </p>
      {isReadOnly ? null : <SaveRow isChanged={isChanged} onReset={reset} isPending={isPending} />}
    </form>
  );
}
