import { edtfWords } from '../../shared/text/date-words.ts';
import { useLang } from '../text/index.tsx';
import './edtf-text.css';

interface Props {
  /** EDTF, null = no date. */
  readonly edtf: string | null;
  /** The date as the source words it, shown in quotes after it. */
  readonly words?: string | null;
}

/** A date as uncertain as it is: `11 May 2025`, `c. 11 May 2025`, `11–13 May 2025`. */
export function EdtfText({ edtf, words }: Props) {
  const lang = useLang();
  return (
    <span className="edtf-text" data-none={edtf === null || undefined}>
      {edtfWords(edtf, lang)}
      {words ? <span className="edtf-text-words"> “{words}”</span> : null}
    </span>
  );
}
