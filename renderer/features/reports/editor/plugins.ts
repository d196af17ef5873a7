// Keys, signs that become forms while typing, undo of the editor's own.
import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import {
  InputRule,
  inputRules,
  textblockTypeInputRule,
  wrappingInputRule,
} from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import {
  isWithin,
  toggleBold,
  toggleHeading,
  toggleItalic,
  toggleList,
  toggleQuote,
} from './commands.ts';
import type { Lookup } from './lookup.ts';
import { nodes } from './schema.ts';
import { warnings } from './warnings.ts';

const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

/** In a list Tab never leaves the editor, also where nothing can move; elsewhere it does. */
const inList =
  (command: Command): Command =>
  (state, dispatch) =>
    isWithin(state, nodes.list_item) && (command(state, dispatch) || true);

export interface EditorActions {
  /** Puts the keyboard on the toolbar. */
  readonly toToolbar: () => void;
  readonly openLink: () => void;
  readonly openMark: () => void;
}

export function editorPlugins(lookup: Lookup, actions: EditorActions): Plugin[] {
  const run =
    (action: () => void): Command =>
    () => {
      action();
      return true;
    };
  return [
    signs(lookup),
    keymap({
      'Mod-b': toggleBold,
      'Mod-i': toggleItalic,
      'Mod-z': undo,
      'Mod-y': redo,
      'Mod-Shift-z': redo,
      'Mod-Alt-1': toggleHeading(3),
      'Mod-Alt-2': toggleHeading(4),
      'Mod-Shift-7': toggleList(nodes.ordered_list),
      'Mod-Shift-8': toggleList(nodes.bullet_list),
      'Mod-Shift-9': toggleQuote,
      'Mod-k': run(actions.openLink),
      'Mod-Shift-k': run(actions.openMark),
      'Alt-F10': run(actions.toToolbar),
      Enter: splitListItem(nodes.list_item),
      'Shift-Enter': chainCommands(exitCode, breakLine),
      Tab: inList(sinkListItem(nodes.list_item)),
      'Shift-Tab': inList(liftListItem(nodes.list_item)),
    }),
    keymap(baseKeymap),
    history(),
    warnings(),
  ];
}

/** `### `, `- `, `1. `, `> ` at the beginning of a line; `[3]` for the source of that number. */
function signs(lookup: Lookup): Plugin {
  return inputRules({
    rules: [
      textblockTypeInputRule(/^(#{1,4})\s$/, nodes.heading, ([, signs = '']) => ({
        level: signs.length > 3 ? 4 : 3,
      })),
      wrappingInputRule(/^\s*([-+*])\s$/, nodes.bullet_list),
      wrappingInputRule(
        /^(\d{1,3})\.\s$/,
        nodes.ordered_list,
        ([, first]) => ({ order: Number(first) }),
        ([, first], node) => node.childCount + Number(node.attrs.order) === Number(first),
      ),
      wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
      new InputRule(/\[(\d{1,4})\]$/, (state, [, digits], start, end) => {
        const id = lookup.sourceOf(Number(digits));
        if (id === undefined) return null;
        return state.tr.replaceWith(start, end, nodes.source_mark.create({ table: 'source', id }));
      }),
    ],
  });
}
