import { describe, expect, test } from 'vitest';
import { type ReportDocument, reportDocumentSchema } from '../../../shared/report/document.ts';
import { formatOfName } from '../../../shared/report/format.ts';
import { htmlFile } from '../../../shared/report/html-file.ts';

const document: ReportDocument = reportDocumentSchema.parse({
  kind: 'brief',
  lang: 'fr',
  title: '<Djibo> & هجوم',
  subtitle: '',
  tlp: 'AMBER+STRICT',
  caseTitle: 'Case',
  author: 'A "B"',
  asOf: '2026-11-23T15:30:00Z',
  asOfWords: 'au 23 nov.',
  scopeWords: '',
  invented: true,
  inputsSha256: 'ab'.repeat(32),
  blocks: [],
  frame: {
    page: 'Page',
    of: 'sur',
    productId: 'B-1',
    notVerified: 'Chiffres rapportés.',
    inventedWarning: 'INVENTÉ',
  },
});

describe('htmlFile', () => {
  const html = htmlFile(document, {
    body: '<article class="report">texte</article>',
    style: '.a { color: red }</style><script>',
  });

  test('given a report, then label, author, title and language stand in it, escaped', () => {
    expect(html.match(/>TLP:AMBER\+STRICT</g)).toHaveLength(2);
    expect(html).toContain('<html lang="fr"');
    expect(html).toContain('<title>&lt;Djibo&gt; &amp; هجوم</title>');
    expect(html).toContain('content="A &quot;B&quot;"');
    expect(html).toContain('INVENTÉ');
    expect(html).toContain('Chiffres rapportés.');
    expect(html).toContain('<article class="report">texte</article>');
  });

  test('given a report, then nothing in it can run or be fetched', () => {
    expect(html).toContain("default-src 'none'");
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html.split('</style>')[1]).not.toContain('<script');
  });

  test('given the same, then the same bytes', () => {
    expect(htmlFile(document, { body: 'x', style: 'y' })).toBe(
      htmlFile(document, { body: 'x', style: 'y' }),
    );
  });
});

describe('formatOfName', () => {
  test.each([
    ['a.pdf', 'pdf'],
    ['A.HTML', 'html'],
    ['a.pdf.txt', undefined],
    ['pdf', undefined],
  ])('given %s, then %s', (name, format) => {
    expect(formatOfName(name)).toBe(format);
  });
});
