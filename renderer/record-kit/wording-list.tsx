import { TriangleAlert } from 'lucide-react';
import type { WordingFinding } from '../../shared/report/wording/check.ts';
import { spanWords } from '../../shared/text/toll-words.ts';
import { useLang, useText } from '../text/index.tsx';
import './wording-list.css';

interface Props<F extends WordingFinding> {
  readonly findings: readonly F[];
  /** Shows the words of a finding in the text. */
  readonly onJump: (finding: F) => void;
}

/** What the wording checker warns of, one line each; a press leads to the words. Nothing when all is well. */
export function WordingList<F extends WordingFinding>({ findings, onJump }: Props<F>) {
  const t = useText().wording;
  const lang = useLang();
  const now = ({ now = [] }: WordingFinding) =>
    now.map(({ low, high }) => spanWords(low, high, lang)).join(' · ');
  return (
    <div role="status" className="wording-status">
      {findings.length === 0 ? null : (
        <section className="wording" aria-label={t.title}>
          <h4 className="wording-title">
            <TriangleAlert size={13} aria-hidden="true" />
            {t.count(findings.length)}
          </h4>
          <ul className="wording-list">
            {findings.map((finding) => (
              <li key={`${finding.rule} ${finding.start} ${finding.end}`}>
                <button type="button" className="wording-item" onClick={() => onJump(finding)}>
                  <bdi className="wording-words">{t.quoted(finding.words)}</bdi>
                  <span>
                    {finding.rule === 'mixed-rows'
                      ? t.mixedRows(finding.other ?? '')
                      : finding.rule === 'toll-unknown'
                        ? t.tollUnknown(now(finding))
                        : finding.rule === 'toll-replaced'
                          ? t.tollReplaced(now(finding))
                          : t.rules[finding.rule]}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
