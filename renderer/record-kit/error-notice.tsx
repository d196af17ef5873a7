import type { AppError } from '../../shared/lib/app-error.ts';
import { errorWords } from '../text/error-words.ts';
import { useText } from '../text/index.tsx';
import { Notice } from '../ui/notice.tsx';

/** Why something was refused and what to do next, in the reader's language. Nothing without an error. */
export function ErrorNotice({ error }: { readonly error: AppError | undefined }) {
  const t = useText();
  if (error === undefined) return null;
  const { title, next } = errorWords(t, error);
  return (
    <Notice tone="bad" title={title}>
      {next}
    </Notice>
  );
}
