/**
 * Admiralty grades. The two axes are independent (A5 and E1 are legal). F and 6 mean "no basis to
 * judge", not "worst": they sort apart, after every judged grade.
 */
import type { Credibility, Reliability } from './vocabulary.ts';

/** `C3`; F and 6 where not judged or where there is no source. */
export function gradeText(reliability: Reliability | null, credibility: number | null): string {
  return `${reliability ?? 'F'}${credibility ?? 6}`;
}

/** Reads `C3` or `c3`; null when it is no grade. */
export function parseGrade(
  text: string,
): { readonly reliability: Reliability; readonly credibility: Credibility } | null {
  const match = /^([A-F])([1-6])$/.exec(text.trim().toUpperCase());
  if (match === null) return null;
  return {
    reliability: match[1] as Reliability,
    credibility: Number(match[2]) as Credibility,
  };
}

/**
 * Sort key, lower is better: judged grades by credibility then reliability (0–24), then grades with
 * one axis judged (100–), then F6 (200). A claim's own credibility weighs more than its source's
 * record, because a reliable source may pass on an improbable claim.
 */
export function gradeRank(reliability: Reliability | null, credibility: number): number {
  const letter = 'ABCDEF'.indexOf(reliability ?? 'F');
  const hasLetter = letter < 5;
  const hasNumber = credibility < 6;
  if (hasLetter && hasNumber) return (credibility - 1) * 5 + letter;
  if (hasNumber) return 100 + credibility;
  if (hasLetter) return 120 + letter;
  return 200;
}
