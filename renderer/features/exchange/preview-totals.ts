import { type PackPreview, packVerdicts } from '../../../shared/contract/exchange-calls.ts';

type Verdict = (typeof packVerdicts)[number];

/** Records of each verdict over all tables. */
export function totalsOf(preview: Pick<PackPreview, 'byTable'>): Readonly<Record<Verdict, number>> {
  const totals: Record<Verdict, number> = {
    new: 0,
    changed: 0,
    unchanged: 0,
    older: 0,
    conflicting: 0,
  };
  for (const counts of Object.values(preview.byTable)) {
    for (const verdict of packVerdicts) totals[verdict] += counts[verdict];
  }
  return totals;
}
