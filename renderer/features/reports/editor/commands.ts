// What the toolbar and the keys do to the text.
import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { closeHistory } from 'prosemirror-history';
import type { MarkType, NodeType } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, type EditorState, TextSelection } from 'prosemirror-state';
import type { LinkedTable, MarkTable } from '../../../../shared/report/references.ts';
import { type HeadingLevel, marks, nodes } from './schema.ts';

export const toggleBold = toggleMark(marks.strong);
export const toggleItalic = toggleMark(marks.em);

/** Whether the selection, or what is typed next, has a mark. */
export function hasMark(state: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, type);
}

/** Whether the caret is inside a node of a type. */
export function isWithin(state: EditorState, type: NodeType): boolean {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type === type) return true;
  }
  return false;
}

export function isHeading(state: EditorState, level: HeadingLevel): boolean {
  const { parent } = state.selection.$from;
  return parent.type === nodes.heading && parent.attrs.level === level;
}

export const toggleHeading =
  (level: HeadingLevel): Command =>
  (state, dispatch) =>
    isHeading(state, level)
      ? setBlockType(nodes.paragraph)(state, dispatch)
      : setBlockType(nodes.heading, { level })(state, dispatch);

/** A list, or out of it when the caret is in one of this kind. */
export const toggleList =
  (type: NodeType): Command =>
  (state, dispatch) =>
    isWithin(state, type)
      ? liftListItem(nodes.list_item)(state, dispatch)
      : wrapInList(type)(state, dispatch);

export const toggleQuote: Command = (state, dispatch) =>
  isWithin(state, nodes.blockquote)
    ? lift(state, dispatch)
    : wrapIn(nodes.blockquote)(state, dispatch);

/** A link in place of what is selected; words on either side keep a space. */
export const insertLink =
  (table: LinkedTable, id: string, name: string): Command =>
  (state, dispatch) => {
    const { from, to } = state.selection;
    const node = nodes.record_link.create({ table, id, name });
    const change = state.tr.replaceWith(from, to, [
      ...(isWordBefore(state) ? [state.schema.text(' ')] : []),
      node,
      ...(isWordAfter(state) ? [state.schema.text(' ')] : []),
    ]);
    dispatch?.(closeHistory(change).scrollIntoView());
    return true;
  };

/** The mark of a source behind what is selected. */
export const insertSourceMark =
  (table: MarkTable, id: string): Command =>
  (state, dispatch) => {
    const { to } = state.selection;
    const change = state.tr.insert(to, nodes.source_mark.create({ table, id }));
    dispatch?.(
      closeHistory(change)
        .setSelection(TextSelection.create(change.doc, to + 1))
        .scrollIntoView(),
    );
    return true;
  };

/** Words in place of what is selected, with spaces where they would touch others; they are selected. */
export const insertWords =
  (words: string): Command =>
  (state, dispatch) => {
    const { from, to } = state.selection;
    const before = isWordBefore(state) ? ' ' : '';
    const after = isWordAfter(state) ? ' ' : '';
    const change = state.tr.insertText(`${before}${words}${after}`, from, to);
    const start = from + before.length;
    dispatch?.(
      closeHistory(change)
        .setSelection(TextSelection.create(change.doc, start, start + words.length))
        .scrollIntoView(),
    );
    return true;
  };

/**
 * A sentence of its own behind the one that the caret is in: likelihood and confidence never share one.
 */
export const insertSentence =
  (sentence: string): Command =>
  (state, dispatch) => {
    const { $to } = state.selection;
    const text = $to.parent.textBetween(0, $to.parent.content.size, '\n', '\ufffc');
    const rest = text.slice($to.parentOffset);
    // an end, the marks of sources behind it, then what follows
    const ending = /[.!?…](?:\ufffc|["»”’)])*(?=\s|$)/.exec(rest);
    const atEnd =
      ending === null ? text.length : $to.parentOffset + ending.index + ending[0].length;
    const head = text.slice(0, atEnd).replaceAll('\ufffc', '').trimEnd();
    const close = head === '' || /[.!?…]["»”’)]*$/.test(head) ? '' : '.';
    const space = head === '' || /\s$/.test(text.slice(0, atEnd)) ? '' : ' ';
    const at = $to.start() + atEnd;
    const change = state.tr.insertText(`${close}${space}${sentence}`, at);
    const end = at + close.length + space.length + sentence.length;
    dispatch?.(
      closeHistory(change)
        .setSelection(TextSelection.create(change.doc, end - sentence.length, end))
        .scrollIntoView(),
    );
    return true;
  };

const isWordBefore = ({ selection: { $from } }: EditorState) =>
  /[\p{L}\p{N},;:.)\]\ufffc]$/u.test(
    $from.parent.textBetween(0, $from.parentOffset, '\n', '\ufffc'),
  );
const isWordAfter = ({ selection: { $to } }: EditorState) =>
  /^[\p{L}\p{N}(]/u.test(
    $to.parent.textBetween($to.parentOffset, $to.parent.content.size, '\n', '\ufffc'),
  );
