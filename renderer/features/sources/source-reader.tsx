// The text of a source as a readable column: passages marked, words selected by mouse or keyboard.
import { ChevronDown, ChevronUp, Quote, ScanText } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { selectPassage, type TextSelectors } from '../../../shared/domain/passage.ts';
import type { Passage, Source } from '../../../shared/domain/records.ts';
import { notify } from '../../state/app-store.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Toolbar, ToolbarSpacer } from '../../ui/toolbar.tsx';
import { type ExtraMark, layReader } from './reader-layout.ts';
import { ReaderParagraph } from './reader-paragraph.tsx';
import { selectedSpan } from './selected-span.ts';
import './source-reader.css';
import { useReadOnly } from './use-read-only.ts';

/** A passage or mark looked at, scrolled into view whenever `number` changes. */
export interface Looked {
  readonly id: string;
  readonly number: number;
}

interface Props {
  readonly source: Source;
  readonly passages: readonly Passage[];
  /** Statements by passage id, for the tooltip of a mark. */
  readonly statements: Readonly<Record<string, string>>;
  readonly current: Looked | undefined;
  /** Words marked beside the passages, as those of suggestions. */
  readonly extraMarks?: readonly ExtraMark[] | undefined;
  readonly currentMark?: Looked | undefined;
  readonly canRecord: boolean;
  readonly onCurrent: (passageId: string) => void;
  readonly onMark?: ((id: string) => void) | undefined;
  /** Reads the text for suggestions. */
  readonly onRead?: (() => void) | undefined;
  readonly isReading?: boolean | undefined;
  readonly onRecord: (selectors: TextSelectors) => void;
}

export function SourceReader(props: Props) {
  const { source, passages, statements, current, canRecord, onCurrent, onRecord } = props;
  const { extraMarks, currentMark, onMark, onRead } = props;
  const { sources, suggest: suggestWords } = useText();
  const words = sources.reader;
  const { text } = source;
  const root = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layReader(text, passages, extraMarks), [text, passages, extraMarks]);
  const selected = useRef<TextSelectors>(undefined);
  const [hasSelection, setHasSelection] = useState(false);
  /** Raised to draw the text anew when an input method wrote into it. */
  const [drawing, setDrawing] = useState(0);

  useEffect(() => {
    function changed() {
      const element = root.current;
      if (element === null) return;
      const span = selectedSpan(element, document.getSelection());
      selected.current = span && selectPassage(text, span.from, span.to);
      setHasSelection(selected.current !== undefined);
    }
    document.addEventListener('selectionchange', changed);
    return () => document.removeEventListener('selectionchange', changed);
  }, [text]);

  useReadOnly(root, drawing);

  useEffect(() => showIn(root.current, 'passages', current), [current]);
  useEffect(() => showIn(root.current, 'marks', currentMark), [currentMark]);

  function record() {
    if (!canRecord) return;
    if (selected.current === undefined) notify({ tone: 'info', text: words.selectFirst });
    else onRecord(selected.current);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'c' || event.key === 'C') {
      event.preventDefault();
      record();
    }
    if ((event.key === 'r' || event.key === 'R') && onRead !== undefined) {
      event.preventDefault();
      onRead();
    }
  }

  function step(by: 1 | -1) {
    const { placed } = layout;
    const at = placed.findIndex(({ id }) => id === current?.id);
    const next = at < 0 ? (by === 1 ? 0 : placed.length - 1) : at + by;
    const passage = placed[(next + placed.length) % placed.length];
    if (passage !== undefined) onCurrent(passage.id);
  }

  return (
    <div className="reader">
      <div className="reader-tools">
        <Toolbar label={words.toolbar}>
          <Button
            icon={<Quote size={14} aria-hidden />}
            isDisabled={!canRecord || !hasSelection}
            shortcut="C"
            onPress={record}
          >
            {words.recordClaim}
          </Button>
          {onRead !== undefined && (
            <Button
              icon={<ScanText size={14} aria-hidden />}
              isPending={props.isReading}
              shortcut="R"
              onPress={onRead}
            >
              {suggestWords.readForMe}
            </Button>
          )}
          <ToolbarSpacer />
          {layout.lost.length > 0 && (
            <span className="reader-lost">{words.lost(layout.lost.length)}</span>
          )}
          <span className="u-soft">{words.passages(layout.placed.length)}</span>
          <IconButton
            icon={<ChevronUp size={14} aria-hidden />}
            label={words.previous}
            isDisabled={layout.placed.length === 0}
            onPress={() => step(-1)}
          />
          <IconButton
            icon={<ChevronDown size={14} aria-hidden />}
            label={words.next}
            isDisabled={layout.placed.length === 0}
            onPress={() => step(1)}
          />
        </Toolbar>
      </div>
      <div className="reader-scroll">
        <p id="reader-help" className="u-visually-hidden">
          {words.help}
        </p>
        {/* Editable for its caret only, so that words can be selected by keyboard; nothing can be written. */}
        {/* biome-ignore lint/a11y/useSemanticElements: a textarea cannot hold marks */}
        <div
          key={drawing}
          ref={root}
          className="reader-text"
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
              statements={statements}
              currentPassage={current?.id}
              currentMark={currentMark?.id}
              onPassage={onCurrent}
              onMark={(id) => onMark?.(id)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function showIn(root: HTMLElement | null, kind: 'passages' | 'marks', looked: Looked | undefined) {
  if (looked === undefined) return;
  const words = root?.querySelector(`[data-${kind}~="${CSS.escape(looked.id)}"]`);
  words?.scrollIntoView({ block: 'center' });
}
