import { useText } from '../../text/index.tsx';
import type { Paragraph, ReaderSegment } from './reader-layout.ts';

interface Props {
  readonly paragraph: Paragraph;
  readonly text: string;
  /** Statements by passage id, for the tooltip of a mark. */
  readonly statements: Readonly<Record<string, string>>;
  readonly currentPassage: string | undefined;
  readonly currentMark: string | undefined;
  readonly onPassage: (id: string) => void;
  readonly onMark: (id: string) => void;
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
  const { segment, statements, currentPassage, currentMark, children } = props;
  const words = useText().sources.reader;
  const { from, passages, marks } = segment;
  if (passages.length === 0 && marks.length === 0) {
    return <span data-from={from}>{children}</span>;
  }
  const isCurrent =
    (currentPassage !== undefined && passages.includes(currentPassage)) ||
    marks.some(({ id }) => id === currentMark);
  const title = [
    ...passages.flatMap((id) => statements[id] ?? []).map(words.passageOf),
    ...marks.flatMap(({ label }) => label ?? []),
  ].join('\n');
  function choose() {
    if (document.getSelection()?.isCollapsed === false) return;
    const [mark] = marks;
    const [passage] = passages;
    // what is to be decided on goes before what is stored
    if (mark !== undefined) props.onMark(mark.id);
    else if (passage !== undefined) props.onPassage(passage);
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the toolbar and the panels step through the marks by keyboard
    <mark
      data-from={from}
      data-passages={passages.join(' ')}
      data-marks={marks.map(({ id }) => id).join(' ')}
      data-tone={marks[0]?.tone}
      data-depth={Math.min(3, passages.length)}
      data-current={isCurrent || undefined}
      title={title}
      onClick={choose}
    >
      {children}
    </mark>
  );
}
