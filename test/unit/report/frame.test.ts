import { describe, expect, test } from 'vitest';
import type { ReportDocument } from '../../../shared/report/document.ts';
import { escapeHtml, pageFrame } from '../../../shared/report/frame.ts';
import { plainDress } from '../../../shared/report/house-style.ts';

const document: ReportDocument = {
  kind: 'brief',
  lang: 'en',
  title: 'هجوم',
  subtitle: '',
  tlp: 'AMBER+STRICT',
  caseTitle: 'Case',
  author: 'A',
  house: plainDress,
  asOf: '2026-11-23T15:30:00Z',
  asOfWords: 'as of <b>"now"</b>',
  scopeWords: '',
  invented: true,
  inputsSha256: '0',
  blocks: [],
  sections: [],
  frame: {
    page: 'Page',
    of: 'of',
    productId: 'B-1',
    notVerified: 'Not verified & so on',
    inventedWarning: 'INVENTED',
  },
};

describe('pageFrame', () => {
  test('given a report, then label, page count and id stand in plain HTML with inline style only', () => {
    const { header, footer } = pageFrame(document);
    for (const html of [header, footer]) {
      expect(html).toContain('>TLP:AMBER+STRICT<');
      expect(html).toContain('font-size: 12pt');
      expect(html).toContain('background: #000000; color: #FFC000');
      expect(html).not.toMatch(/<script|<style|url\(|class="(?!pageNumber|totalPages)/);
    }
    expect(header).toContain('INVENTED');
    expect(header).toContain('B-1');
    expect(footer).toContain(
      '<span class="pageNumber"></span> of <span class="totalPages"></span>',
    );
  });
  test('given words with signs of HTML, then they are escaped', () => {
    expect(pageFrame(document).header).toContain('as of &lt;b&gt;&quot;now&quot;&lt;/b&gt;');
    expect(escapeHtml(`<&>"'`)).toBe('&lt;&amp;&gt;&quot;&#39;');
  });
});
