import type { ReactNode } from 'react';
import type { PassageFace } from './reader/passage-face.ts';
import { passageLetters } from './reader/passage-face.ts';
import type { Paragraph, PlacedPassage, ReaderSegment } from './reader-layout.ts';

/** Lines under the words that can be told apart; deeper ones share the last. */
const mostLanes = 4;

/** What a click on marked words meant: all that lies over them. */
export interface Chosen {
  readonly passages: readonly string[];
  readonly marks: readonly string[];
  readonly element: HTMLElement;
}

interface Props {
  readonly paragraph: Paragraph;
  readonly text: string;
  readonly faces: ReadonlyMap<string, PassageFace>;
  readonly placed: ReadonlyMap<string, PlacedPassage>;
  readonly currentPassage: string | undefined;
  readonly currentMark: string | undefined;
  readonly onChoose: (chosen: Chosen) => void;
}

/** One paragraph of the text, its passages and other marks drawn over the words. */
export function ReaderParagraph(props: Props) {
  const { paragraph, text } = props;
  return (
    <p dir="auto">
      {paragraph.segments.map((segment) => (
        <Segment key={segment.from} {...props} segment={segment}>
          {text.slice(segment.from, segment.to)}
        </Segment>
      ))}
    </p>
  );
}

interface SegmentProps extends Props {
  readonly segment: ReaderSegment;
  readonly children: string;
}

function Segment(props: SegmentProps) {
  const { segment, faces, placed, currentPassage, currentMark, onChoose, children } = props;
  const { from, passages, marks } = segment;
  if (passages.length === 0 && marks.length === 0) {
    return <span data-from={from}>{children}</span>;
  }
  const isCurrent =
    (currentPassage !== undefined && passages.includes(currentPassage)) ||
    marks.some(({ id }) => id === currentMark);
  const title = [
    ...passages.flatMap((id) => faces.get(id)?.label ?? []),
    ...marks.flatMap(({ label }) => label ?? []),
  ].join('\n');
  const begun = passages.filter((id) => placed.get(id)?.from === from);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter at the caret chooses, the toolbar steps through
    <mark
      data-from={from}
      data-passages={passages.join(' ')}
      data-marks={marks.map(({ id }) => id).join(' ')}
      data-tone={marks[0]?.tone}
      data-depth={passages.length}
      data-current={isCurrent || undefined}
      data-signs={
        begun.map((id) => passageLetters[faces.get(id)?.kind ?? 'mark']).join('') || undefined
      }
      title={title}
      onClick={(event) => {
        if (document.getSelection()?.isCollapsed === false) return;
        onChoose({ passages, marks: marks.map(({ id }) => id), element: event.currentTarget });
      }}
    >
      {inLines(passages, props, children)}
    </mark>
  );
}

/** The words in one line for each passage over them, the deepest outside. */
function inLines(
  passages: readonly string[],
  { faces, placed, currentPassage }: Props,
  words: string,
): ReactNode {
  const lines = passages
    .map((id) => ({ id, lane: Math.min(placed.get(id)?.lane ?? 0, mostLanes - 1) }))
    .toSorted((a, b) => a.lane - b.lane);
  return lines.reduce<ReactNode>(
    (inner, { id, lane }) => (
      <span
        key={id}
        className="reader-line"
        data-kind={faces.get(id)?.kind ?? 'mark'}
        data-lane={lane}
        data-current={id === currentPassage || undefined}
      >
        {inner}
      </span>
    ),
    words,
  );
}
