/** Word files as a word processor would write them, made by hand for tests. */
import { rawZip } from './raw-zip.ts';

const ns =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

export interface DocxParts {
  /** Inner XML of `w:body`. */
  readonly body: string;
  readonly footnotes?: string;
  readonly comments?: string;
  readonly styles?: string;
  readonly numbering?: string;
  /** Inner XML of the core properties. */
  readonly core?: string;
}

export function docxFile({
  body,
  footnotes,
  comments,
  styles,
  numbering,
  core,
}: DocxParts): Buffer {
  const part = (name: string, root: string, inner: string | undefined) =>
    inner === undefined
      ? []
      : [
          {
            name,
            deflate: true,
            data: `<?xml version="1.0" encoding="UTF-8"?><${root} ${ns}>${inner}</${root}>`,
          },
        ];
  return rawZip([
    { name: '[Content_Types].xml', data: '<Types/>' },
    ...part('word/document.xml', 'w:document', `<w:body>${body}</w:body>`),
    ...part('word/footnotes.xml', 'w:footnotes', footnotes),
    ...part('word/comments.xml', 'w:comments', comments),
    ...part('word/styles.xml', 'w:styles', styles),
    ...part('word/numbering.xml', 'w:numbering', numbering),
    ...(core === undefined
      ? []
      : [
          {
            name: 'docProps/core.xml',
            data: `<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc" xmlns:dcterms="dcterms">${core}</cp:coreProperties>`,
          },
        ]),
  ]);
}

export const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (inner: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;
