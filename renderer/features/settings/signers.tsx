import { useState } from 'react';
import type { KnownSignerView, SignerList } from '../../../shared/contract/trust-calls.ts';
import { call } from '../../api/client.ts';
import { CompareKey } from '../../record-kit/compare-key.tsx';
import { ErrorNotice } from '../../record-kit/error-notice.tsx';
import { KeyWords } from '../../record-kit/key-words.tsx';
import { notifyError } from '../../state/app-store.ts';
import { useRead } from '../../state/use-changes.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** The key by which this laptop's user signs packs, and the keys of colleagues. */
export function Signers() {
  const t = useText().settings.signers;
  const { value, error, reload } = useRead(() => call('signer/list', {}), []);
  const [isOwnShown, setOwnShown] = useState(false);

  async function change(work: Promise<SignerList>) {
    try {
      await work;
      reload();
    } catch (thrown) {
      notifyError(thrown);
    }
  }
  const own = value?.own ?? null;
  return (
    <div className="settings-form">
      <p className="settings-help">{t.help}</p>
      <ErrorNotice error={error} />
      <h3>{t.own}</h3>
      {own === null ? (
        <p className="settings-help">{t.ownNone}</p>
      ) : (
        <>
          <p>
            <code className="settings-key">{own.fingerprint}</code>
          </p>
          <p className="settings-help">{t.keyPlace}</p>
          <div>
            <Button onPress={() => setOwnShown(true)}>{t.showOwn}</Button>
          </div>
          <Dialog isOpen={isOwnShown} onClose={() => setOwnShown(false)} title={t.yours}>
            <p>{t.sayHelp}</p>
            <KeyWords words={own.words} label={t.yours} />
            <p className="u-soft">{t.fingerprint(own.fingerprint)}</p>
          </Dialog>
        </>
      )}
      <h3>{t.known}</h3>
      {value?.known.length === 0 ? <p className="settings-help">{t.none}</p> : null}
      <ul className="settings-signers">
        {value?.known.map((signer) => (
          <Signer key={signer.publicKey} signer={signer} onChange={(work) => void change(work)} />
        ))}
      </ul>
    </div>
  );
}

function Signer({
  signer,
  onChange,
}: {
  readonly signer: KnownSignerView;
  readonly onChange: (work: Promise<SignerList>) => void;
}) {
  const text = useText();
  const t = text.settings.signers;
  const f = useFormat();
  const [asked, setAsked] = useState<'compare' | 'rename' | 'forget'>();
  const [name, setName] = useState(signer.name);
  const { publicKey, isVerified } = signer;
  const close = () => setAsked(undefined);
  const save = (values: { readonly name: string; readonly isVerified: boolean }) => {
    close();
    onChange(call('signer/save', { publicKey, ...values }));
  };
  return (
    <li>
      <div>
        <strong>
          <bdi>{signer.name}</bdi>
        </strong>{' '}
        <span className={isVerified ? 'settings-verified' : 'u-soft'}>
          {isVerified ? t.verified : t.notVerified}
        </span>
      </div>
      <code className="settings-key">{signer.fingerprint}</code>
      <div className="u-soft">{t.seen(f.moment(signer.firstSeen), f.moment(signer.lastSeen))}</div>
      <div className="settings-signer-actions">
        <Button variant="quiet" onPress={() => setAsked('compare')}>
          {t.compare}
        </Button>
        <Button
          variant="quiet"
          onPress={() => {
            setName(signer.name);
            setAsked('rename');
          }}
        >
          {t.rename}
        </Button>
        <Button variant="quiet" onPress={() => setAsked('forget')}>
          {t.forget}
        </Button>
      </div>
      <CompareKey
        isOpen={asked === 'compare'}
        name={signer.name}
        words={signer.words}
        onMatch={() => save({ name: signer.name, isVerified: true })}
        onClose={close}
      />
      <ConfirmDialog
        isOpen={asked === 'rename'}
        onClose={close}
        title={t.rename}
        confirmLabel={text.settings.save}
        onConfirm={() => {
          if (name.trim() !== '') save({ name: name.trim(), isVerified });
        }}
      >
        <TextField label={t.newName} value={name} maxLength={500} onChange={setName} />
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asked === 'forget'}
        onClose={close}
        title={t.forgetTitle(signer.name)}
        confirmLabel={t.forget}
        isDanger
        onConfirm={() => {
          close();
          onChange(call('signer/forget', { publicKey }));
        }}
      >
        {t.forgetText}
      </ConfirmDialog>
    </li>
  );
}
