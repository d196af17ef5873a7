// The text of a source as a readable column: passages marked, words selected by mouse or keyboard, and
// made into something by one key.
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { PassageView } from '../../../shared/contract/passage-views.ts';
import type { TextSelectors } from '../../../shared/domain/passage.ts';
import type { Source } from '../../../shared/domain/records.ts';
import { notify } from '../../state/app-store.ts';
import { useRequest } from '../../state/requests.ts';
import { useText } from '../../text/index.tsx';
import { letterOf, type MarkKind, markKindOf } from './marking/mark-kinds.ts';
import { FindBar } from './reader/find-bar.tsx';
import { MentionBar } from './reader/mention-bar.tsx';
import { type PassageFace, passageFace } from './reader/passage-face.ts';
import { PassageMenu } from './reader/passage-menu.tsx';
import { ReaderTools, useTextSize } from './reader/reader-tools.tsx';
import { SelectionBar } from './reader/selection-bar.tsx';
import { useCaret } from './reader/use-caret.ts';
import { useFind } from './reader/use-find.ts';
import { useFindMarks } from './reader/use-find-marks.ts';
import { type ExtraMark, layReader } from './reader-layout.ts';
import { type Chosen, ReaderParagraph } from './reader-paragraph.tsx';
import './source-reader.css';
import { useReadOnly } from './use-read-only.ts';

/** A passage or mark looked at, scrolled into view whenever `number` changes. */
export interface Looked {
  readonly id: string;
  readonly number: number;
}

interface Props {
  readonly source: Source;
  readonly passageViews: readonly PassageView[];
  readonly current: Looked | undefined;
  /** Words marked beside the passages, as those of suggestions. */
  readonly extraMarks?: readonly ExtraMark[] | undefined;
  readonly currentMark?: Looked | undefined;
  readonly canWrite: boolean;
  /** True while a form of a marking is open; the caret comes back to the text when it closes. */
  readonly isAway: boolean;
  /** The last form was saved: work goes on behind its words. Otherwise they stay selected. */
  readonly wasMade: boolean;
  readonly onCurrent: (passageId: string) => void;
  readonly onMark?: ((id: string) => void) | undefined;
  /** Reads the text for suggestions. */
  readonly onRead?: (() => void) | undefined;
  readonly isReading?: boolean | undefined;
  /** The words selected now, for what is done with them elsewhere; undefined when none are. */
  readonly onSelected: (selectors: TextSelectors | undefined) => void;
  /** Without selected words only a note on the current passage can be asked for. */
  readonly onMake: (kind: MarkKind, selectors: TextSelectors | undefined) => void;
  readonly onCorrect: () => void;
  readonly onVersions: () => void;
}

export function SourceReader(props: Props) {
  const { source, passageViews, current, extraMarks, currentMark, canWrite, isAway } = props;
  const { onCurrent, onMark, onRead, onSelected, onMake } = props;
  const t = useText().sources;
  const words = t.reader;
  const { text } = source;
  const root = useRef<HTMLDivElement>(null);
  const column = useRef<HTMLDivElement>(null);
  /** Raised to draw the text anew when an input method wrote into it. */
  const [drawing, setDrawing] = useState(0);
  const [overlap, setOverlap] = useState<Chosen>();
  const { size, step: resize } = useTextSize();

  const layout = useMemo(
    () =>
      layReader(
        text,
        passageViews.map(({ passage }) => passage),
        extraMarks,
      ),
    [text, passageViews, extraMarks],
  );
  const faces = useMemo(
    () => new Map(passageViews.map((view) => [view.passage.id, passageFace(view, t.passages)])),
    [passageViews, t],
  );
  const placed = useMemo(() => new Map(layout.placed.map((each) => [each.id, each])), [layout]);
  const caret = useCaret(root, text, layout, drawing);
  const find = useFind(text, caret.position);
  useFindMarks(root, find.isOpen ? find.spans : none, find.at, layout);
  useReadOnly(root, drawing);
  useRequest('focus-filter', () => {
    // elsewhere on the screen the key belongs to the list
    if (column.current?.closest('[data-source-view]')?.contains(document.activeElement) !== true) {
      return false;
    }
    find.open(caret.selected?.exact.split('\n')[0]);
    return true;
  });

  useEffect(() => onSelected(caret.selected), [onSelected, caret.selected]);
  useEffect(() => showIn(root.current, 'passages', current), [current]);
  useEffect(() => showIn(root.current, 'marks', currentMark), [currentMark]);
  useFocusBack(isAway, () => {
    const end = caret.end();
    if (props.wasMade && end !== undefined) caret.place(end);
    caret.focus();
  });

  function make(kind: MarkKind) {
    if (!canWrite) return;
    const isNoteOnPassage = kind === 'note' && current !== undefined;
    if (caret.selected === undefined && !isNoteOnPassage) {
      notify({ tone: 'info', text: words.selectFirst });
      return;
    }
    onMake(kind, caret.selected);
  }

  function step(by: 1 | -1) {
    const order = layout.placed;
    const at = order.findIndex(({ id }) => id === current?.id);
    const here = caret.position() ?? 0;
    const first =
      by === 1
        ? order.findIndex(({ from }) => from >= here)
        : order.findLastIndex(({ to }) => to <= here);
    const next = at >= 0 ? at + by : first >= 0 ? first : by === 1 ? 0 : order.length - 1;
    const passage = order[(next + order.length) % order.length];
    if (passage === undefined) return;
    caret.place(passage.from);
    onCurrent(passage.id);
  }

  function choose(chosen: Chosen) {
    const [mark] = chosen.marks;
    const [passage] = chosen.passages;
    if (mark !== undefined) onMark?.(mark);
    else if (chosen.passages.length > 1) setOverlap(chosen);
    else if (passage !== undefined) onCurrent(passage);
  }

  function chooseAtCaret() {
    const at = caret.position() ?? -1;
    const marks = [...(root.current?.querySelectorAll<HTMLElement>('mark') ?? [])];
    const element = marks.findLast(({ dataset }) => Number(dataset.from) <= at);
    if (element === undefined) return;
    if (Number(element.dataset.from) + (element.textContent?.length ?? 0) < at) return;
    const list = (names: string | undefined) => (names ?? '').split(' ').filter(Boolean);
    const { passages, marks: extra } = element.dataset;
    choose({ passages: list(passages), marks: list(extra), element });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'F3' && find.isOpen) find.step(event.shiftKey ? -1 : 1);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === 'Enter') chooseAtCaret();
    else if (event.key === '+' || event.key === '-') resize(event.key === '+' ? 1 : -1);
    else {
      const letter = letterOf(event);
      const kind = markKindOf(letter);
      if (kind !== undefined) make(kind);
      else if (letter === 'R' && onRead !== undefined) onRead();
      else if (letter === 'J' || letter === 'K') step(letter === 'J' ? 1 : -1);
      else return;
    }
    event.preventDefault();
  }

  return (
    <div className="reader">
      <div className="reader-tools">
        <ReaderTools
          canWrite={canWrite}
          hasSelection={caret.selected !== undefined}
          count={layout.placed.length}
          onMark={make}
          onRead={onRead}
          isReading={props.isReading}
          onFind={() => find.open(caret.selected?.exact.split('\n')[0])}
          onStep={step}
          onCorrect={props.onCorrect}
          onVersions={props.onVersions}
        />
      </div>
      {find.isOpen && (
        <FindBar
          find={find}
          onClose={() => {
            const span = find.at === undefined ? undefined : find.spans[find.at];
            if (span !== undefined) caret.place(span.from, span.to);
            find.close();
            caret.focus();
          }}
        />
      )}
      <MentionBar sourceId={source.id} />
      <div ref={column} className="reader-scroll">
        <p id="reader-help" className="u-visually-hidden">
          {words.help}
        </p>
        {canWrite && !isAway && caret.selected !== undefined && (
          <SelectionBar column={column} selected={caret.selected} onMark={make} />
        )}
        {/* Editable for its caret only, so that words can be selected by keyboard; nothing can be written. */}
        {/* biome-ignore lint/a11y/useSemanticElements: a textarea cannot hold marks */}
        <div
          key={drawing}
          ref={root}
          className="reader-text"
          style={{ fontSize: size, lineHeight: 1.75 }}
          role="textbox"
          aria-multiline="true"
          aria-readonly="true"
          aria-label={words.label}
          aria-describedby="reader-help"
          tabIndex={0}
          lang={source.language ?? undefined}
          contentEditable
          suppressContentEditableWarning
          spellCheck={false}
          onKeyDown={onKeyDown}
          onCompositionEnd={() => setDrawing(drawing + 1)}
        >
          {layout.paragraphs.map((paragraph) => (
            <ReaderParagraph
              key={paragraph.from}
              paragraph={paragraph}
              text={text}
              faces={faces}
              placed={placed}
              currentPassage={current?.id}
              currentMark={currentMark?.id}
              onChoose={choose}
            />
          ))}
        </div>
      </div>
      {overlap !== undefined && (
        <PassageMenu
          anchor={overlap.element}
          faces={overlap.passages.flatMap((id): PassageFace[] => {
            const face = faces.get(id);
            return face === undefined ? [] : [face];
          })}
          onChoose={(id) => {
            setOverlap(undefined);
            onCurrent(id);
            setTimeout(caret.focus, 60);
          }}
          onClose={() => {
            setOverlap(undefined);
            setTimeout(caret.focus, 60);
          }}
        />
      )}
    </div>
  );
}

const none: readonly never[] = [];

/** Gives the focus back to the text once a form over it has closed and tidied up. */
function useFocusBack(isAway: boolean, focus: () => void): void {
  const wasAway = useRef(false);
  const latest = useRef(focus);
  latest.current = focus;
  useEffect(() => {
    if (isAway) {
      wasAway.current = true;
      return;
    }
    if (!wasAway.current) return;
    wasAway.current = false;
    // the closing dialog gives the focus back itself in the next frame: ours comes after
    const timer = setTimeout(() => latest.current(), 60);
    return () => clearTimeout(timer);
  }, [isAway]);
}

function showIn(root: HTMLElement | null, kind: 'passages' | 'marks', looked: Looked | undefined) {
  if (looked === undefined) return;
  const words = root?.querySelector(`[data-${kind}~="${CSS.escape(looked.id)}"]`);
  words?.scrollIntoView({ block: 'center' });
}
