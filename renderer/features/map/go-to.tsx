import { LocateFixed } from 'lucide-react';
import { useState } from 'react';
import {
  type CoordinateForm,
  type Coordinates,
  coordinateForms,
  formatCoordinates,
  parseCoordinates,
} from '../../map-kit/coordinates.ts';
import { notify, notifyError } from '../../state/app-store.ts';
import { useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface Props {
  readonly form: CoordinateForm;
  readonly onForm: (form: CoordinateForm) => void;
  readonly middle: Coordinates | undefined;
  readonly onGo: (at: Coordinates) => void;
}

/** Puts coordinates on the clipboard, in the form in which they are shown. */
export async function copyCoordinates(text: string, told: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify({ text: told });
  } catch (thrown) {
    notifyError(thrown);
  }
}

/** Coordinates: how they are shown, where to go, and those of the middle to take along. */
export function GoTo(props: Props) {
  const t = useText().map.goTo;
  return (
    <PopoverButton
      {...{ label: t.title, isLabelHidden: true, width: 300 }}
      icon={<LocateFixed size={14} aria-hidden="true" />}
    >
      {(close) => <Panel {...props} close={close} />}
    </PopoverButton>
  );
}

function Panel({ form, onForm, middle, onGo, close }: Props & { readonly close: () => void }) {
  const t = useText().map.goTo;
  const lang = useLang();
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const go = () => {
    const at = parseCoordinates(text);
    setWrong(at === undefined);
    if (at === undefined) return;
    onGo(at);
    close();
  };
  const shown = middle && formatCoordinates(middle, form, lang);
  return (
    <div className="map-go">
      <TextField
        {...{ label: t.where, value: text, dir: 'ltr', autoFocus: true, onEnter: go }}
        description={t.examples}
        errorMessage={isWrong ? t.unreadable : undefined}
        onChange={(next) => {
          setText(next);
          setWrong(false);
        }}
      />
      <Button variant="primary" isDisabled={text.trim() === ''} onPress={go}>
        {t.go}
      </Button>
      <Select<CoordinateForm>
        {...{ label: t.shownAs, value: form, onChange: onForm }}
        options={coordinateForms.map((value) => ({ value, label: t.forms[value] }))}
      />
      <Button
        isDisabled={shown === undefined}
        onPress={() => shown && void copyCoordinates(shown, t.copied(shown))}
      >
        {t.copyMiddle}
      </Button>
    </div>
  );
}
