import { useState } from 'react';
import { notifyError, setApp } from '../state/app-store.ts';
import { makeCase } from '../state/case-files.ts';
import { useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';

function close(): void {
  setApp({ overlay: undefined });
}

/** Asks for a title, then where to keep the file. */
export function NewCaseDialog() {
  const t = useText().app.newCase;
  const [title, setTitle] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [isPending, setPending] = useState(false);
  const isMissing = title.trim() === '';

  async function make() {
    setChecked(true);
    if (isMissing || isPending) return;
    setPending(true);
    try {
      if (await makeCase(title.trim())) close();
    } catch (error) {
      notifyError(error);
    } finally {
      setPending(false);
    }
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      title={t.title}
      size="s"
      footer={
        <>
          <Button onPress={close}>{t.cancel}</Button>
          <Button variant="primary" onPress={() => void make()} isPending={isPending}>
            {t.choosePlace}
          </Button>
        </>
      }
    >
      <TextField
        label={t.name}
        description={t.nameHelp}
        value={title}
        onChange={setTitle}
        onEnter={() => void make()}
        errorMessage={isChecked && isMissing ? t.nameMissing : undefined}
        isRequired
        autoFocus
        maxLength={500}
      />
    </Dialog>
  );
}
