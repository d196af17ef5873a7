/** Tolls party by claim by source by grade, and the ranges they give. */
import type { ClaimView, IncidentDossier } from '../contract/read-calls.ts';
import { unfoundedOnes } from '../domain/confirmation.ts';
import { gradeRank } from '../domain/grade.ts';
import type { TollSummary } from '../domain/toll-types.ts';
import { outcomes } from '../domain/vocabulary.ts';
import { fold } from '../lib/fold.ts';
import { labels } from '../text/index.ts';
import type { Lang } from '../text/lang.ts';
import { ruleWords } from '../text/toll-rule-words.ts';
import { figureWords, summaryWords } from '../text/toll-words.ts';
import type { GivenBlock } from './parts.ts';
import { reportText, semicolon } from './report-text.ts';
import type { SourceNumbers } from './source-list.ts';

/** One line per figure: outcomes in their order, better grades first, superseded claims last. */
export function tollTable(
  dossier: IncidentDossier,
  numbers: SourceNumbers,
  lang: Lang,
): GivenBlock | null {
  const t = reportText(lang);
  const l = labels(lang);
  const short = new Map(dossier.row.actors.map((actor) => [actor.id, actor.shortName]));
  const unfounded = unfoundedOnes(dossier.claims);
  const lines = dossier.claims
    .flatMap((view) => figureLines(view))
    .sort(
      (a, b) =>
        outcomes.indexOf(a.toll.outcome) - outcomes.indexOf(b.toll.outcome) ||
        Number(a.toll.qualifier === 'none-given') - Number(b.toll.qualifier === 'none-given') ||
        Number(a.view.isReplaced) - Number(b.view.isReplaced) ||
        gradeRank(a.view.source?.reliability ?? null, a.view.claim.credibility) -
          gradeRank(b.view.source?.reliability ?? null, b.view.claim.credibility),
    );
  if (lines.length === 0) return null;
  const c = t.tollColumns;
  return {
    type: 'table',
    caption: t.tolls,
    columns: [
      { label: c.party, width: 17 },
      { label: c.figure, width: 27 },
      { label: c.who, width: 44 },
      { label: c.source, width: 7 },
      { label: c.grade, width: 5, align: 'end' },
    ],
    rows: lines.map(({ view, toll, parties }) => {
      const { claim } = view;
      const remarks = [
        view.isReplaced ? t.superseded : null,
        unfounded.has(claim.id) ? t.unfounded : null,
        view.deniedBy === null ? null : t.denied(view.deniedBy.name),
        claim.origin_words === null ? null : t.sameOrigin(claim.origin_words),
      ].filter((part) => part !== null);
      const through = view.via.map((actor) => short.get(actor.id) ?? actor.name).join(', ');
      return [
        {
          text: [
            l.outcomes[toll.outcome],
            ...parties.map((party) => l.parties[party].toLowerCase()),
          ].join(', '),
        },
        {
          text: figureWords(toll, lang),
          ...quoted(toll.words, figureWords(toll, lang), lang),
        },
        {
          text: [
            view.claimant === null
              ? t.notStated
              : (short.get(view.claimant.id) ?? view.claimant.name),
            ...(through === '' ? [] : [c.through(through)]),
          ].join(', '),
          ...(remarks.length === 0 ? {} : { sub: remarks.join(semicolon(lang)) }),
        },
        {
          // named in the list at the end: a line for each figure is read at a glance
          text: view.source === null ? '—' : '',
          marks: numbers.marks([claim.source_id]),
        },
        { text: view.grade, align: 'end' as const },
      ];
    }),
    note: t.tollNote,
  };
}

/** A line per figure; one who gives no figure for several parties says so once. */
function figureLines(view: ClaimView) {
  const silent = view.tolls.filter((toll) => toll.qualifier === 'none-given');
  const spoken = view.tolls.filter((toll) => toll.qualifier !== 'none-given');
  const outcomesOfSilence = [...new Set(silent.map((toll) => toll.outcome))];
  return [
    ...spoken.map((toll) => ({ view, toll, parties: [toll.party] })),
    ...outcomesOfSilence.flatMap((outcome) => {
      const same = silent.filter((toll) => toll.outcome === outcome);
      return same[0] === undefined
        ? []
        : [{ view, toll: same[0], parties: same.map((toll) => toll.party) }];
    }),
  ];
}

/** The source's own words under a figure, where they say more than the figure does. */
function quoted(words: string | null, figure: string, lang: Lang): { sub?: string } {
  if (words === null || fold(figure).includes(fold(words))) return {};
  return { sub: lang === 'fr' ? `«\u00a0${words}\u00a0»` : `“${words}”` };
}

/** `Killed: 24–200.` with the rule that gave it, and the sources of the figures that it spans. */
export function rangeRuns({ tolls, claims }: IncidentDossier, numbers: SourceNumbers, lang: Lang) {
  const t = reportText(lang);
  const sourcesOf = ({ outcome }: TollSummary) =>
    claims
      .filter(
        (view) =>
          !view.isReplaced &&
          view.tolls.some((toll) => toll.outcome === outcome && toll.qualifier !== 'none-given'),
      )
      .map(({ claim }) => claim.source_id);
  return tolls.map((summary, index) => {
    const range = t.rangeLine(labels(lang).outcomes[summary.outcome], summaryWords(summary, lang));
    const end = index === tolls.length - 1 ? '' : ' ';
    return {
      text: `${range}. ${ruleWords(summary, lang)}${end}`,
      marks: numbers.marks(sourcesOf(summary)),
    };
  });
}
