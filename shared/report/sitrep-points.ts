/** What a situation report says first, and what it does not know; counted, never guessed. Pure. */
import type { IncidentRow } from '../contract/read-calls.ts';
import { isPrecise } from '../domain/geo.ts';
import { changeLevel, surelyBelongs } from '../domain/period.ts';
import { edtfWords } from '../text/date-words.ts';
import { summaryWords, totalWords } from '../text/toll-words.ts';
import { gradeSpan, sourcesOfAll } from './parts.ts';
import { productText } from './product-text.ts';
import type { SitrepInput } from './sitrep-input.ts';
import { tollTotal } from './toll-figure.ts';

/** Actors named in one key point. */
const mostNamed = 4;

interface Point {
  readonly text: string;
  readonly marks: number[];
}

/** Each figure of people with its sources and the grades of its best claims. */
export function keyPoints(
  input: SitrepInput,
  marks: (ids: readonly (string | null)[]) => number[],
): Point[] {
  const { rows, before, lang } = input;
  const t = productText(lang);
  const plain = (text: string): Point => ({ text, marks: [] });
  const told = (text: string, of: readonly IncidentRow[]): Point => ({
    text,
    marks: marks(sourcesOfAll(of, input.figureSources)),
  });
  if (rows.length === 0) return [plain(t.nothing)];
  const mean = before.reduce((sum, each) => sum + each.length, 0) / Math.max(1, before.length);
  const unsure = rows.filter((row) => !surelyBelongs(row, input.period)).length;
  const killed = tollTotal(rows, 'killed');
  const deadliest = highestToll(rows);
  const actors = mostActive(rows);
  const claimed = rows.filter(({ status }) => status === 'reported' || status === 'claimed').length;
  const disputed = rows.filter(({ status }) => status === 'disputed').length;
  return [
    plain(t.countPoint(rows.length, mean, changeLevel(rows.length, mean))),
    unsure === 0 ? null : plain(t.unsurePoint(unsure)),
    killed.counted === 0
      ? null
      : told(t.killedPoint(totalWords(killed, lang), killed.counted, gradeSpan(rows, lang)), rows),
    deadliest === undefined || rows.length === 1
      ? null
      : told(
          t.deadliestPoint(
            deadliest.title,
            edtfWords(deadliest.dateEdtf, lang),
            summaryWords(deadliest.killed, lang),
            gradeSpan([deadliest], lang),
          ),
          [deadliest],
        ),
    actors.length === 0 ? null : plain(t.actorsPoint(actors.join(', '))),
    input.newActors.length === 0 ? null : plain(t.newActorsPoint(input.newActors.join(', '))),
    claimed === 0 ? null : plain(t.claimedPoint(claimed)),
    disputed === 0 ? null : plain(t.disputedPoint(disputed)),
  ].filter((point) => point !== null);
}

/** Of those not refuted, the one whose highest figure is highest; ties go to the earlier row. */
function highestToll(rows: readonly IncidentRow[]): IncidentRow | undefined {
  const top = (row: IncidentRow) => row.killed?.high ?? row.killed?.low ?? 0;
  return rows
    .filter((row) => row.status !== 'refuted' && top(row) > 0)
    .reduce<IncidentRow | undefined>(
      (best, row) => (best === undefined || top(row) > top(best) ? row : best),
      undefined,
    );
}

/** `JNIM (3)`, most incidents first. */
function mostActive(rows: readonly IncidentRow[]): string[] {
  const counts = new Map<string, { readonly name: string; count: number }>();
  for (const row of rows) {
    const acting = row.actors.filter(({ role }) => role === 'perpetrator' || role === 'claimant');
    for (const { id, shortName } of new Map(acting.map((actor) => [actor.id, actor])).values()) {
      const held = counts.get(id) ?? { name: shortName, count: 0 };
      held.count += 1;
      counts.set(id, held);
    }
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name))
    .slice(0, mostNamed)
    .map(({ name, count }) => `${name} (${count})`);
}

export function gapItems({ rows, undated, questions, lang }: SitrepInput): string[] {
  const t = productText(lang);
  const count = (matches: (row: IncidentRow) => boolean) => rows.filter(matches).length;
  const noToll = count((row) => row.killed === null || row.killed.low === null);
  const noPerpetrator = count(
    (row) => !row.actors.some(({ role }) => role === 'perpetrator' || role === 'claimant'),
  );
  const imprecise = count((row) => !isPrecise(row.geoLevel));
  return [
    undated === 0 ? null : t.noDate(undated),
    noToll === 0 ? null : t.noToll(noToll),
    noPerpetrator === 0 ? null : t.noPerpetrator(noPerpetrator),
    imprecise === 0 ? null : t.imprecise(imprecise),
    ...questions.map(({ title, text }) => t.question(title, text)),
  ].filter((item) => item !== null);
}
