import { useState } from 'react';
import { useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { differs, isTooShort, type NewPassphrase, suggestPassphrase } from './passphrase.ts';

/** Whether a pack is sealed, and with what. */
export function PassphraseFields({
  value,
  onChange,
}: {
  readonly value: NewPassphrase;
  readonly onChange: (value: NewPassphrase) => void;
}) {
  const t = useText().exchange;
  const lang = useLang();
  const [isShown, setShown] = useState(false);
  const [isSuggested, setSuggested] = useState(false);
  const type = isShown ? 'text' : 'password';
  return (
    <div className="exchange-seal">
      <Switch
        isSelected={value.isWanted}
        onChange={(isWanted) => onChange({ ...value, isWanted })}
        description={t.seal.wantHelp}
      >
        {t.seal.want}
      </Switch>
      {value.isWanted ? (
        <>
          <TextField
            label={t.seal.field}
            description={isSuggested ? t.seal.suggested : t.seal.fieldHelp}
            type={type}
            dir="ltr"
            value={value.text}
            maxLength={1000}
            isRequired
            errorMessage={value.text !== '' && isTooShort(value) ? t.seal.tooShort : undefined}
            onChange={(text) => {
              setSuggested(false);
              onChange({ ...value, text });
            }}
          />
          <TextField
            label={t.seal.again}
            type={type}
            dir="ltr"
            value={value.again}
            maxLength={1000}
            isRequired
            errorMessage={value.again !== '' && differs(value) ? t.seal.differs : undefined}
            onChange={(again) => onChange({ ...value, again })}
          />
          <div className="exchange-actions">
            <Switch isSelected={isShown} onChange={setShown}>
              {t.unseal.show}
            </Switch>
            <Button
              variant="quiet"
              onPress={() => {
                const text = suggestPassphrase(lang);
                setShown(true);
                setSuggested(true);
                onChange({ isWanted: true, text, again: text });
              }}
            >
              {t.seal.suggest}
            </Button>
          </div>
          <p className="u-soft">{t.seal.lost}</p>
        </>
      ) : null}
    </div>
  );
}
