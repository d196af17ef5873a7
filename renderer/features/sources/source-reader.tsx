// The text of a source as a readable column: passages marked, words selected by mouse or keyboard.
import { ChevronDown, ChevronUp, Quote } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { selectPassage, type TextSelectors } from '../../../shared/domain/passage.ts';
import type { Passage, Source } from '../../../shared/domain/records.ts';
import { notify } from '../../state/app-store.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Toolbar, ToolbarSpacer } from '../../ui/toolbar.tsx';
import { layReader, type Paragraph } from './reader-layout.ts';
import { selectedSpan } from './selected-span.ts';
import './source-reader.css';

interface Props {
  readonly source: Source;
  readonly passages: readonly Passage[];
  /** Statements by passage id, for the tooltip of a mark. */
  readonly statements: Readonly<Record<string, string>>;
  /** The passage looked at, scrolled into view whenever `number` changes. */
  readonly current: { readonly id: string; readonly number: number } | undefined;
  readonly canRecord: boolean;
  readonly onCurrent: (passageId: string) => void;
  readonly onRecord: (selectors: TextSelectors) => void;
}

export function SourceReader(props: Props) {
  const { source, passages, statements, current, canRecord, onCurrent, onRecord } = props;
  const words = useText().sources.reader;
  const { text } = source;
  const root = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layReader(text, passages), [text, passages]);
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

  useEffect(() => {
    if (current === undefined) return;
    const mark = root.current?.querySelector(`[data-passages~="${current.id}"]`);
    mark?.scrollIntoView({ block: 'center' });
  }, [current]);

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
              currentId={current?.id}
              onCurrent={onCurrent}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** Refuses every change to the editable column. */
function useReadOnly(root: { readonly current: HTMLElement | null }, drawing: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new drawing is a new element
  useEffect(() => {
    const element = root.current;
    const refuse = (event: Event) => event.preventDefault();
    element?.addEventListener('beforeinput', refuse);
    element?.addEventListener('drop', refuse);
    return () => {
      element?.removeEventListener('beforeinput', refuse);
      element?.removeEventListener('drop', refuse);
    };
  }, [root, drawing]);
}

interface ReaderParagraphProps {
  readonly paragraph: Paragraph;
  readonly text: string;
  readonly statements: Readonly<Record<string, string>>;
  readonly currentId: string | undefined;
  readonly onCurrent: (passageId: string) => void;
}

function ReaderParagraph(props: ReaderParagraphProps) {
  const { paragraph, text, statements, currentId, onCurrent } = props;
  const words = useText().sources.reader;
  return (
    <p dir="auto">
      {paragraph.segments.map(({ from, to, ids }) => {
        const part = text.slice(from, to);
        const [first] = ids;
        if (first === undefined) {
          return (
            <span key={from} data-from={from}>
              {part}
            </span>
          );
        }
        const title = ids
          .map((id) => statements[id])
          .filter((statement) => statement !== undefined)
          .map((statement) => words.passageOf(statement))
          .join('\n');
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the toolbar steps through the passages by keyboard
          <mark
            key={from}
            data-from={from}
            data-passages={ids.join(' ')}
            data-depth={Math.min(3, ids.length)}
            data-current={(currentId !== undefined && ids.includes(currentId)) || undefined}
            title={title}
            onClick={() => {
              if (document.getSelection()?.isCollapsed !== false) onCurrent(first);
            }}
          >
            {part}
          </mark>
        );
      })}
    </p>
  );
}
