/**
 * The parts of an incident brief, which is made to fit one page: what opens it beside its map, wide
 * parts, and narrow ones that go side by side. Pure.
 */
import type { ReportBlock } from '../../shared/report/document.ts';

export interface PlacedBlock {
  readonly block: ReportBlock;
  /** In the document: pictures are known by it. */
  readonly index: number;
}

export interface BriefPart {
  readonly kind: 'opening' | 'wide' | 'narrow';
  readonly blocks: readonly PlacedBlock[];
}

const isHeading = ({ block }: PlacedBlock) =>
  block.type === 'sources' || (block.type === 'heading' && block.level === 2);

/** What needs the whole width to be read. */
function isWide({ block }: PlacedBlock): boolean {
  if (block.type === 'table') return block.columns.length > 3;
  return !['heading', 'paragraph', 'markdown', 'bullets', 'sources'].includes(block.type);
}

/** Parts in their order; narrow sections that follow one another are one part. */
export function briefParts(blocks: readonly ReportBlock[]): readonly BriefPart[] {
  const placed = blocks.map((block, index) => ({ block, index }));
  const first = placed.findIndex(isHeading);
  const opening = first < 0 ? placed : placed.slice(0, first);
  const sections: PlacedBlock[][] = [];
  for (const each of placed.slice(opening.length)) {
    if (isHeading(each)) sections.push([each]);
    else sections.at(-1)?.push(each);
  }
  const parts: { kind: BriefPart['kind']; blocks: PlacedBlock[] }[] = [
    { kind: 'opening', blocks: [...opening] },
  ];
  for (const section of sections) {
    const isNarrow = !section.some(isWide);
    const last = parts.at(-1);
    if (isNarrow && last?.kind === 'narrow') last.blocks.push(...section);
    else parts.push({ kind: isNarrow ? 'narrow' : 'wide', blocks: section });
  }
  return parts;
}
