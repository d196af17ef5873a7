import type { ReportDocument } from '../../../../shared/report/document.ts';
import { dressOf, noHouseStyle } from '../../../../shared/report/house-style.ts';
import { numberAt } from '../../../../shared/report/product-number.ts';
import { MastheadAlone } from '../../../report-kit/report-body.tsx';
import { useLang, useText } from '../../../text/index.tsx';
import { checked, type HouseForm } from './house-form.ts';

interface Props {
  readonly form: HouseForm;
  readonly report: ReportDocument | undefined;
  /** Who writes where the house names nobody. */
  readonly author: string;
}

/** The head of a report in the style as typed; what is wrong in it is left out. */
export function HousePreview({ form, report, author }: Props) {
  const t = useText().reports;
  const lang = useLang();
  const found = checked(form);
  const style = found.style ?? {
    ...noHouseStyle,
    organisation: form.organisation.trim(),
    logo: form.logo,
  };
  const kind = report?.kind ?? 'sitrep';
  const now = new Date();
  const number =
    style.number === null
      ? null
      : numberAt(style.number, { kind, year: now.getUTCFullYear(), initials: '' }, 4);
  const shown: ReportDocument = {
    ...(report ?? sample(lang, t.kinds.sitrep)),
    author: style.author ?? author,
    house: { ...dressOf(style), number },
  };
  return (
    <div className="form-dialog-wide">
      <p className="c-field-label">{t.preview}</p>
      <div className="house-paper" data-page={form.page}>
        <MastheadAlone document={shown} />
      </div>
    </div>
  );
}

/** Where no report is on screen. */
function sample(lang: 'en' | 'fr', title: string): ReportDocument {
  return {
    kind: 'sitrep',
    lang,
    title,
    subtitle: '',
    tlp: 'AMBER',
    caseTitle: '',
    author: '',
    house: dressOf(noHouseStyle),
    asOf: '',
    asOfWords: '',
    scopeWords: '',
    invented: false,
    inputsSha256: '',
    blocks: [],
    sections: [],
    frame: { page: '', of: '', productId: '', notVerified: '', inventedWarning: '' },
  };
}
