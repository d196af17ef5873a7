import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';

/** The foot of a form that is saved by hand. */
export function SaveRow({
  isChanged,
  onReset,
  isPending = false,
}: {
  readonly isChanged: boolean;
  readonly onReset: () => void;
  readonly isPending?: boolean;
}) {
  const t = useText().settings;
  return (
    <div className="settings-save">
      <Button type="submit" variant="primary" isDisabled={!isChanged} isPending={isPending}>
        {t.save}
      </Button>
      {isChanged ? (
        <>
          <Button variant="quiet" onPress={onReset}>
            {t.reset}
          </Button>
          <span className="u-soft">{t.unsaved}</span>
        </>
      ) : null}
    </div>
  );
}
