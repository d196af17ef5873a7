import { type Command, EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Lookup } from './lookup.ts';
import { documentOf } from './markdown-text.ts';
import { referenceViews } from './node-views.ts';
import { sliceOf } from './pasted.ts';
import { type EditorActions, editorPlugins } from './plugins.ts';
import { withWarnings } from './warnings.ts';

interface Given {
  /** Stored Markdown that the text begins with; later ones are not read. */
  readonly initial: string;
  readonly lookup: Lookup;
  readonly actions: EditorActions;
  /** Attributes of the editing element. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly takesFocus: boolean;
}

export interface RichText {
  /** Where the editor goes. */
  readonly place: RefObject<HTMLDivElement | null>;
  /** State as it is; undefined before the editor is there. */
  readonly state: EditorState | undefined;
  /** Carries a command out and gives the text the keyboard. */
  readonly run: (command: Command) => void;
  readonly select: (from: number, to: number) => void;
  readonly underline: (ranges: readonly { readonly from: number; readonly to: number }[]) => void;
}

/** An editor for one section, with paste and drop cleaned, living as long as the component. */
export function useRichText(given: Given): RichText {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const first = useRef(given);
  const [state, setState] = useState<EditorState>();
  useEffect(() => {
    const { initial, lookup, actions, attributes, takesFocus } = first.current;
    const made = new EditorView(place.current, {
      state: EditorState.create({
        doc: documentOf(initial),
        plugins: editorPlugins(lookup, actions),
      }),
      attributes: { ...attributes },
      nodeViews: referenceViews(lookup),
      dispatchTransaction: (transaction) => {
        made.updateState(made.state.apply(transaction));
        setState(made.state);
      },
      // before the library reads it: it would make HTML of a string
      handleDOMEvents: {
        paste: (_, event) => {
          event.preventDefault();
          putIn(made, event.clipboardData);
          return true;
        },
        drop: (_, event) => {
          if (made.dragging !== null) return false;
          event.preventDefault();
          const at = made.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
          if (at !== undefined) {
            const near = TextSelection.near(made.state.doc.resolve(at));
            made.dispatch(made.state.tr.setSelection(near));
            putIn(made, event.dataTransfer);
          }
          return true;
        },
      },
    });
    view.current = made;
    setState(made.state);
    if (takesFocus) made.focus();
    return () => {
      made.destroy();
      view.current = null;
    };
  }, []);
  return {
    place,
    state,
    run: (command) => {
      const made = view.current;
      if (made === null) return;
      command(made.state, made.dispatch, made);
      // after a menu or dialog has given the keyboard back
      setTimeout(() => made.isDestroyed || made.focus(), 0);
    },
    select: (from, to) => {
      const made = view.current;
      if (made === null) return;
      const selection = TextSelection.create(made.state.doc, from, to);
      made.dispatch(made.state.tr.setSelection(selection).scrollIntoView());
      made.focus();
    },
    underline: (ranges) => view.current?.dispatch(withWarnings(view.current.state, ranges)),
  };
}

function putIn(view: EditorView, data: DataTransfer | null): void {
  const slice = sliceOf(data?.getData('text/html') ?? '', data?.getData('text/plain') ?? '');
  if (slice === null) return;
  view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true));
}
