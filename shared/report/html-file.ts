/**
 * A report as one HTML file that asks for nothing: no script, no font, no picture from elsewhere (its
 * own policy forbids them). The body is what the print page drew, so that the file shows the same. The
 * TLP label stands above and below, on paper on each page.
 */
import { tlpText } from '../domain/tlp.ts';
import type { ReportDocument } from './document.ts';
import { escapeHtml, productLine } from './frame.ts';
import { reportText } from './report-text.ts';

/** What the print page hands over: the drawn article, its pictures inside as data, and its style. */
export interface DrawnPage {
  readonly body: string;
  readonly style: string;
}

const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** The whole file, UTF-8. The same document and drawing give the same bytes. */
export function htmlFile(document: ReportDocument, { body, style }: DrawnPage): string {
  const { frame, lang } = document;
  const label = `<span class="file-tlp" data-tlp="${document.tlp}">${escapeHtml(tlpText(document.tlp))}</span>`;
  const kind = reportText(lang).kinds[document.kind];
  const head = [...productLine(document), document.asOfWords].map(escapeHtml).join(' · ');
  const warning = document.invented ? `<strong>${escapeHtml(frame.inventedWarning)}</strong> ` : '';
  return [
    '<!doctype html>',
    `<html lang="${lang}" dir="ltr">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<meta name="author" content="${escapeHtml(document.author)}">`,
    `<meta name="description" content="${escapeHtml(`${kind} · ${frame.productId} · SHA-256 ${document.inputsSha256}`)}">`,
    `<title>${escapeHtml(document.title)}</title>`,
    // a style sheet cannot hold this, a string of it in a rule could
    `<style>${style.replaceAll('</', '<\\/')}\n@page { size: ${document.house.page.toLowerCase()}; }</style>`,
    '</head>',
    '<body class="file">',
    `<header class="file-head"><span>${warning}${head}</span>${label}</header>`,
    `<main class="file-body">${body}</main>`,
    `<footer class="file-foot"><span>${escapeHtml(frame.notVerified)}</span>${label}</footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
