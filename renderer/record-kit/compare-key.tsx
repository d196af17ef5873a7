import { useState } from 'react';
import type { KnownSignerView } from '../../shared/contract/trust-calls.ts';
import { call } from '../api/client.ts';
import { useRead } from '../state/use-changes.ts';
import { useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { KeyWords } from './key-words.tsx';

/** Two people compare a key over the phone, word by word. */
export function CompareKey({
  isOpen,
  name,
  words,
  onMatch,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly name: string;
  readonly words: KnownSignerView['words'];
  readonly onMatch: () => void;
  readonly onClose: () => void;
}) {
  const t = useText().settings.signers;
  const [hasDiffered, setDiffered] = useState(false);
  const { value: list } = useRead(() => call('signer/list', {}), [isOpen]);
  const close = () => {
    setDiffered(false);
    onClose();
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={t.theirs(name)}
      size="m"
      footer={
        <>
          <Button onPress={() => setDiffered(true)}>{t.differ}</Button>
          <Button variant="primary" onPress={onMatch}>
            {t.match}
          </Button>
        </>
      }
    >
      <p>{t.compareHelp(name)}</p>
      {hasDiffered ? <Notice tone="bad">{t.differWarn}</Notice> : null}
      <KeyWords words={words} label={t.theirs(name)} />
      {list?.own === undefined || list.own === null ? null : (
        <>
          <h3>{t.yours}</h3>
          <KeyWords words={list.own.words} label={t.yours} />
        </>
      )}
    </Dialog>
  );
}
