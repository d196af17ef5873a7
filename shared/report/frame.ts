/**
 * Header and footer of every printed page, for `printToPDF`. Its templates see no style sheet and no
 * font of the page, so all style is inline and all words are Latin: titles, which may be Arabic, stand
 * in the page itself. TLP 2.0 asks for the label in header and footer, 12 pt or more, to the right.
 */
import { tlpColours, tlpGround, tlpText } from '../domain/tlp.ts';
import type { ReportDocument } from './document.ts';
import { reportText } from './report-text.ts';

/** As it comes out on paper: measured with `pdftotext -bbox`, Chromium 130. */
const pt = (size: number) => `${size}pt`;

const face = "font-family: Inter, 'Noto Sans', 'Liberation Sans', Arial, Helvetica, sans-serif;";

export function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => names[sign] ?? sign);
}

function labelHtml(document: ReportDocument): string {
  const style = [
    `background: ${tlpGround}`,
    `color: ${tlpColours[document.tlp]}`,
    `font-size: ${pt(12)}`,
    'font-weight: 700',
    `padding: ${pt(1.5)} ${pt(5)}`,
    'white-space: nowrap',
    '-webkit-print-color-adjust: exact',
  ].join('; ');
  return `<span style="${style}">${escapeHtml(tlpText(document.tlp))}</span>`;
}

function lineHtml(left: string, document: ReportDocument): string {
  const style = [
    'box-sizing: border-box',
    'width: 100%',
    'padding: 0 17.8mm',
    'display: flex',
    'align-items: center',
    'justify-content: space-between',
    `gap: ${pt(12)}`,
    face.slice(0, -1),
    `font-size: ${pt(8)}`,
    'color: #45413a',
  ].join('; ');
  return `<div style="${style}"><span>${left}</span>${labelHtml(document)}</div>`;
}

/** What kind of product it is, and the number it was given, else the id made from its inputs. */
export function productLine({ kind, lang, house, frame }: ReportDocument): readonly string[] {
  return [reportText(lang).kinds[kind], house.number ?? frame.productId];
}

export interface PageFrame {
  readonly header: string;
  readonly footer: string;
}

/** HTML of both templates; every word in them is escaped. */
export function pageFrame(document: ReportDocument): PageFrame {
  const { frame } = document;
  const head = [...productLine(document), document.asOfWords].map(escapeHtml).join(' · ');
  const warning = document.invented
    ? `<strong style="color: #a3301d">${escapeHtml(frame.inventedWarning)}</strong><br>`
    : '';
  const page = `${escapeHtml(frame.page)} <span class="pageNumber"></span> ${escapeHtml(frame.of)} <span class="totalPages"></span>`;
  return {
    header: lineHtml(warning + head, document),
    footer: lineHtml(`${page} · ${escapeHtml(frame.notVerified)}`, document),
  };
}
