import { useState } from 'react';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Asks for the passphrase of a pack that came in. */
export function SealedPack({
  fileName,
  isWrong,
  memoryMb,
  onOpen,
  onClose,
}: {
  readonly fileName: string;
  readonly isWrong: boolean;
  /** What opening takes, where it is more than a pack of ours does; else null. */
  readonly memoryMb: number | null;
  readonly onOpen: (passphrase: string) => void;
  readonly onClose: () => void;
}) {
  const t = useText().exchange;
  const [text, setText] = useState('');
  const [isShown, setShown] = useState(false);
  return (
    <form
      className="exchange-form"
      aria-labelledby="exchange-sealed"
      onSubmit={(event) => {
        event.preventDefault();
        if (text !== '') onOpen(text);
      }}
    >
      <h2 id="exchange-sealed">
        <bdi>{t.unseal.title(fileName)}</bdi>
      </h2>
      <p>{t.unseal.help}</p>
      {memoryMb === null ? null : <Notice tone="warn">{t.unseal.heavy(memoryMb)}</Notice>}
      <TextField
        label={t.unseal.field}
        type={isShown ? 'text' : 'password'}
        dir="ltr"
        value={text}
        maxLength={1000}
        autoFocus
        errorMessage={isWrong && text === '' ? t.unseal.wrong : undefined}
        onChange={setText}
      />
      <Switch isSelected={isShown} onChange={setShown}>
        {t.unseal.show}
      </Switch>
      <div className="exchange-actions">
        <Button type="submit" variant="primary" isDisabled={text === ''}>
          {t.unseal.open}
        </Button>
        <Button variant="quiet" onPress={onClose}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
