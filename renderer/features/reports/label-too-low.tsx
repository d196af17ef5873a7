import { tlpText } from '../../../shared/domain/tlp.ts';
import { tlpLabels } from '../../../shared/domain/vocabulary.ts';
import type { AppError } from '../../../shared/lib/app-error.ts';
import { ErrorNotice } from '../../record-kit/error-notice.tsx';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** A label below that of a part is refused by the engine, which says what it would need. */
export function LabelTooLow({
  error,
  onTake,
}: {
  readonly error: AppError | undefined;
  readonly onTake: (tlp: (typeof tlpLabels)[number]) => void;
}) {
  const t = useText().reports;
  const needed = tlpLabels.find((label) => label === error?.details.needed);
  if (needed === undefined) return <ErrorNotice error={error} />;
  const label = tlpText(needed);
  return (
    <Notice
      tone="bad"
      title={t.failed}
      actions={<Button onPress={() => onTake(needed)}>{t.tlpTake(label)}</Button>}
    >
      {t.tlpTooLow(label)}
    </Notice>
  );
}
