import { useState } from 'react';
import type { SignerState, SignerView } from '../../../shared/contract/trust-calls.ts';
import { call } from '../../api/client.ts';
import { CompareKey } from '../../record-kit/compare-key.tsx';
import { notifyError } from '../../state/app-store.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Notice, type NoticeProps } from '../../ui/notice.tsx';

const tones: { readonly [S in SignerState]: NoticeProps['tone'] } = {
  own: 'info',
  verified: 'good',
  known: 'info',
  new: 'info',
  changed: 'bad',
  unsigned: 'warn',
};

/** Who signed a pack, what that is worth here, and what to do about it. */
export function SignerNotice({
  signer,
  isAccepted,
  onAccept,
  onChange,
}: {
  readonly signer: SignerView;
  readonly isAccepted: boolean;
  readonly onAccept: (isAccepted: boolean) => void;
  readonly onChange: (signer: SignerView) => void;
}) {
  const t = useText().exchange.signer;
  const [isComparing, setComparing] = useState(false);
  const { key, state, personId } = signer;
  const name = signer.knownAs ?? signer.name;
  const { title, text } = useWords(signer, name);
  const canCompare = key !== null && state !== 'own';

  async function matched() {
    if (key === null) return;
    setComparing(false);
    try {
      const { publicKey } = key;
      await call('signer/save', { publicKey, personId, name: name || '?', isVerified: true });
      onChange({ ...signer, state: 'verified', isAsked: false });
    } catch (error) {
      notifyError(error);
    }
  }
  return (
    <Notice
      tone={signer.isAsked ? 'bad' : tones[state]}
      title={title}
      actions={
        canCompare && state !== 'verified' ? (
          <Button onPress={() => setComparing(true)}>{t.compare}</Button>
        ) : undefined
      }
    >
      <p>{text}</p>
      {signer.knownAs === null ? null : <p>{t.otherName(signer.name)}</p>}
      {key === null ? null : (
        <p className="u-soft">
          {t.fingerprint} <code className="exchange-hash">{key.fingerprint}</code>
        </p>
      )}
      {signer.isAsked ? (
        <Checkbox isSelected={isAccepted} onChange={onAccept}>
          {key === null ? t.acceptBare : t.acceptKey}
        </Checkbox>
      ) : null}
      {key === null ? null : (
        <CompareKey
          isOpen={isComparing}
          name={name}
          words={key.words}
          onMatch={() => void matched()}
          onClose={() => setComparing(false)}
        />
      )}
    </Notice>
  );
}

function useWords({ state, isAsked, name: claimed }: SignerView, name: string) {
  const t = useText().exchange.signer;
  switch (state) {
    case 'own':
      return { title: t.own, text: t.ownText };
    case 'verified':
      return { title: t.verified(name), text: t.verifiedText };
    case 'known':
      return { title: t.known(name), text: t.knownText };
    case 'new':
      return { title: t.new(name), text: t.newText };
    case 'changed':
      return { title: t.changed(name), text: t.changedText };
    case 'unsigned':
      return isAsked
        ? { title: t.unsignedAfter(claimed), text: t.unsignedAfterText }
        : { title: t.unsigned, text: t.unsignedText };
  }
}
