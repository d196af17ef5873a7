import type { EditorState } from 'prosemirror-state';
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { checkWording, type WordingFinding } from '../../../../shared/report/wording/check.ts';
import type { KnownToll } from '../../../../shared/report/wording/known-tolls.ts';
import type { Lang } from '../../../../shared/text/lang.ts';
import { WordingList } from '../../../record-kit/wording-list.tsx';
import { checkedText } from './checked-text.ts';
import { insertLink, insertSourceMark } from './commands.ts';
import { EditorToolbar } from './editor-toolbar.tsx';
import './editor.css';
import { LinkDialog } from './link-dialog.tsx';
import type { KnownReference, NumberedSource } from './lookup.ts';
import { MarkDialog } from './mark-dialog.tsx';
import { markdownOf } from './markdown-text.ts';
import { shownOf } from './node-views.ts';
import { useLookup } from './use-lookup.ts';
import { useRichText } from './use-rich-text.ts';

interface Props {
  readonly label: string;
  readonly description: string;
  /** Stored Markdown to begin with. */
  readonly initial: string;
  /** Of the report. */
  readonly lang: Lang;
  /** Sources of the report as built. */
  readonly sources: readonly NumberedSource[];
  /** Whose claims are offered first. */
  readonly incidentId: string | undefined;
  /** Figures that the wording is checked against; undefined: figures are not looked at. */
  readonly tollsFor: (known: readonly KnownReference[]) => readonly KnownToll[] | undefined;
  readonly takesFocus: boolean;
  readonly onChange: (markdown: string) => void;
}

/** The text of one section: forms, links, source marks, its wording checked while it is written. */
export function RichTextField(props: Props) {
  const { label, lang, initial, onChange } = props;
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const [choosing, setChoosing] = useState<'link' | 'mark'>();
  const { lookup, known, follow } = useLookup(lang, props.sources);
  const { place, state, run, select, underline } = useRichText({
    initial,
    lookup,
    actions: {
      toToolbar: () => root.current?.querySelector<HTMLElement>('[role=toolbar] button')?.focus(),
      openLink: () => setChoosing('link'),
      openMark: () => setChoosing('mark'),
    },
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': `${id}-label`,
      'aria-describedby': `${id}-help`,
      spellcheck: 'true',
      lang,
      class: 'rich-text',
    },
    takesFocus: props.takesFocus,
  });
  const document = state?.doc;
  const changed = useRef(onChange);
  changed.current = onChange;
  useEffect(() => {
    if (document === undefined) return;
    follow(document);
    changed.current(markdownOf(document));
  }, [document, follow]);
  const tolls = props.tollsFor(known);
  const findings = useFindings(state, lookup, tolls, underline);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid
    <div ref={root} role="group" className="rich" aria-labelledby={`${id}-label`}>
      <span id={`${id}-label`} className="c-field-label">
        {label}
      </span>
      {state === undefined ? null : (
        <EditorToolbar
          state={state}
          run={run}
          lang={lang}
          onLink={() => setChoosing('link')}
          onMark={() => setChoosing('mark')}
        />
      )}
      <div ref={place} className="rich-place" />
      <p id={`${id}-help`} className="c-field-description rich-help">
        {props.description}
      </p>
      <WordingList findings={findings} onJump={({ from, to }) => select(from, to)} />
      {choosing === 'link' ? (
        <LinkDialog
          onChoose={(table, recordId, name) => {
            setChoosing(undefined);
            run(insertLink(table, recordId, name));
          }}
          onClose={() => setChoosing(undefined)}
        />
      ) : null}
      {choosing === 'mark' ? (
        <MarkDialog
          incidentId={props.incidentId}
          onChoose={(table, recordId) => {
            setChoosing(undefined);
            run(insertSourceMark(table, recordId));
          }}
          onClose={() => setChoosing(undefined)}
        />
      ) : null}
    </div>
  );
}

interface PlacedFinding extends WordingFinding {
  /** Positions in the document. */
  readonly from: number;
  readonly to: number;
}

/** What the checker says of the text, underlined where it stands; worked out when typing rests. */
function useFindings(
  state: EditorState | undefined,
  lookup: ReturnType<typeof useLookup>['lookup'],
  tolls: readonly KnownToll[] | undefined,
  underline: ReturnType<typeof useRichText>['underline'],
): readonly PlacedFinding[] {
  const document = useDeferredValue(state?.doc);
  const findings = useMemo((): readonly PlacedFinding[] => {
    if (document === undefined) return [];
    const { text, rangeOf } = checkedText(document, (node) => {
      const { text: words, isGone } = shownOf(node, lookup);
      // a mark that leads somewhere is a basis, whatever its number will be
      if (node.type.name === 'source_mark') return isGone ? '' : ' [1]';
      return words;
    });
    return checkWording(text, { tolls }).map((finding) => ({
      ...finding,
      ...rangeOf(finding.start, finding.end),
    }));
  }, [document, lookup, tolls]);
  const draw = useRef(underline);
  draw.current = underline;
  useEffect(() => draw.current(findings), [findings]);
  return findings;
}
