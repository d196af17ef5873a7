/** The report of an import as a file of its own: HTML that asks for nothing, or plain text. */
import type { BatchReportView } from '../contract/batch-report.ts';
import { tlpText } from '../domain/tlp.ts';
import { escapeHtml } from '../report/frame.ts';
import { type BatchWords, batchWords } from '../text/batch-words.ts';
import { fieldLabel } from '../text/index.ts';
import type { Lang } from '../text/lang.ts';

interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly table?: readonly (readonly string[])[];
}

interface Sheet {
  readonly title: string;
  readonly label: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly sections: readonly Section[];
}

/** `2026-11-23T15:36:32.123000Z` as `2026-11-23 15:36 UTC`: a file is read in another place and year. */
const moment = (stamp: string): string => `${stamp.slice(0, 16).replace('T', ' ')} UTC`;

function sheetOf({ at, author, fileName, report }: BatchReportView, lang: Lang): Sheet {
  const t = batchWords[lang];
  const { signer } = report;
  const signature = [
    t.signers[signer.state],
    ...(signer.knownAs === null ? [] : [t.knownAs(signer.knownAs)]),
  ];
  return {
    title: t.heading(report.title),
    label: tlpText(report.tlp),
    facts: [
      [t.importedBy, author],
      [t.importedAt, moment(at)],
      [t.file, fileName],
      ['SHA-256', report.sha256],
      [t.sealed, report.isSealed ? t.yes : t.no],
      [t.label, tlpText(report.tlp)],
      [t.madeBy, report.madeBy],
      [t.asOf, moment(report.asOf)],
      [t.signer, signature.join('; ')],
      ...(signer.fingerprint === null ? [] : [[t.fingerprint, signer.fingerprint] as const]),
    ],
    sections: [
      countsOf(report, t),
      decisionsOf(report, t, lang),
      alikeOf(report, t),
      ...warningsOf(report, t),
    ],
  };
}

type Report = BatchReportView['report'];

function countsOf({ byTable }: Report, t: BatchWords): Section {
  const used = Object.keys(t.counts).filter((what) =>
    Object.values(byTable).some((counts) => (counts[what] ?? 0) > 0),
  );
  const rows = Object.entries(byTable).map(([table, counts]) => [
    t.tables[table] ?? table,
    ...used.map((what) => String(counts[what] ?? 0)),
  ]);
  if (rows.length === 0) return { heading: t.done, lines: [t.nothing] };
  const head = [t.table, ...used.map((what) => t.counts[what] ?? what)];
  return { heading: t.done, lines: [], table: [head, ...rows] };
}

function decisionsOf(report: Report, t: BatchWords, lang: Lang): Section {
  const { decisions, decisionCount } = report;
  const shown = (value: string | null): string => value ?? t.empty;
  const lines = decisions.flatMap(({ table, title, answer, fields }) => [
    `${t.tables[table] ?? table}: ${title} (${t.answers[answer]})`,
    ...fields.map(
      ({ field, ours, theirs, became }) =>
        `    ${fieldLabel(table, field, lang)}. ${t.ours}: ${shown(ours)} | ${t.theirs}: ${shown(theirs)} | ${t.became}: ${shown(became)}`,
    ),
  ]);
  const left = decisionCount - decisions.length;
  return {
    heading: t.decisions,
    lines: decisionCount === 0 ? [t.noDecisions] : [...lines, ...(left > 0 ? [t.more(left)] : [])],
  };
}

function alikeOf({ same, twins = { joined: 0, apart: 0 } }: Report, t: BatchWords): Section {
  const { pairs, likely, possible } = same;
  const { joined, apart } = twins;
  const ofOneRow = joined + apart === 0 ? [] : [t.twins(joined, apart)];
  if (likely + possible === 0) {
    return { heading: t.alike, lines: ofOneRow.length > 0 ? ofOneRow : [t.noneAlike] };
  }
  const lines = pairs.map(({ theirs, ours, score }) => `${score}  ${theirs} – ${ours}`);
  const left = likely + possible - pairs.length;
  return {
    heading: t.alike,
    lines: [
      ...ofOneRow,
      t.alikeCount(likely, possible),
      ...lines,
      ...(left > 0 ? [t.more(left)] : []),
    ],
  };
}

function warningsOf({ warnings }: Report, t: BatchWords): readonly Section[] {
  if (warnings.length === 0) return [];
  return [{ heading: t.warnings, lines: warnings.map((code) => t.warningWords[code] ?? code) }];
}

/** Plain text, lines of any length. */
export function batchReportText(view: BatchReportView, lang: Lang): string {
  const { title, label, facts, sections } = sheetOf(view, lang);
  const width = Math.max(...facts.map(([name]) => name.length));
  return [
    label,
    '',
    title,
    '='.repeat(title.length),
    '',
    ...facts.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
    ...sections.flatMap(({ heading, lines, table }) => [
      '',
      heading,
      '-'.repeat(heading.length),
      ...lines,
      ...(table === undefined ? [] : columns(table)),
    ]),
    '',
    label,
    '',
  ].join('\n');
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}th{text-align:start;padding-inline-end:1.5rem;vertical-align:top}
td{overflow-wrap:anywhere}.counts td{text-align:end;padding-inline-end:1.5rem}.tlp{text-align:end;font-weight:700}
pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere;margin:0}`;

/** One HTML file without script and without anything from elsewhere; label above and below. */
export function batchReportHtml(view: BatchReportView, lang: Lang): string {
  const { title, label, facts, sections } = sheetOf(view, lang);
  const tlp = `<p class="tlp">${escapeHtml(label)}</p>`;
  const rows = facts.map(
    ([name, value]) =>
      `<tr><th scope="row">${escapeHtml(name)}</th><td><bdi>${escapeHtml(value)}</bdi></td></tr>`,
  );
  return [
    '<!doctype html>',
    `<html lang="${lang}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    tlp,
    `<h1><bdi>${escapeHtml(title)}</bdi></h1>`,
    `<table>${rows.join('')}</table>`,
    ...sections.map(sectionHtml),
    tlp,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function sectionHtml({ heading, lines, table }: Section): string {
  const body = lines.map((line) => `<pre dir="auto">${escapeHtml(line)}</pre>`).join('\n');
  return `<h2>${escapeHtml(heading)}</h2>\n${body}${table === undefined ? '' : tableHtml(table)}`;
}

function tableHtml([head = [], ...rows]: readonly (readonly string[])[]): string {
  const top = head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('');
  const body = rows.map(([name = '', ...cells]) => {
    const figures = cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('');
    return `<tr><th scope="row">${escapeHtml(name)}</th>${figures}</tr>`;
  });
  return `<table class="counts"><tr>${top}</tr>${body.join('')}</table>`;
}
