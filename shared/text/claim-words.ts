/** One claim named in a line about another: "Government: 3 killed (B2)". */
import type { ClaimRef, ClaimView } from '../contract/read-calls.ts';
import type { Lang } from './lang.ts';
import { tollWords } from './toll-words.ts';

export function claimRef(view: ClaimView): ClaimRef {
  const { claim, claimant, source, grade, tolls } = view;
  return {
    id: claim.id,
    incidentId: claim.incident_id,
    statement: claim.statement,
    claimant: claimant?.name ?? null,
    sourceTitle: source === null ? null : (source.publisher ?? source.title),
    grade,
    figures: tolls.map(({ party, outcome, low, high, qualifier }) => ({
      party,
      outcome,
      low,
      high,
      qualifier,
    })),
  };
}

/** Who, what and how it is graded; a long statement is cut. */
export function claimRefWords(ref: ClaimRef, lang: Lang): string {
  const who = ref.claimant ?? ref.sourceTitle;
  const figures = ref.figures.map((figure) => tollWords(figure, lang)).join(', ');
  const what = figures === '' ? cut(ref.statement) : figures;
  const colon = lang === 'fr' ? '\u00a0: ' : ': ';
  return `${who === null ? '' : `${who}${colon}`}${what} (${ref.grade})`;
}

function cut(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89).trimEnd()}…` : text;
}
