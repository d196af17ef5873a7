// Words that the wording checker warns of are underlined where they stand.
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

interface Range {
  readonly from: number;
  readonly to: number;
}

const key = new PluginKey<DecorationSet>('warnings');

export function warnings(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, held) => {
        const ranges: readonly Range[] | undefined = transaction.getMeta(key);
        if (ranges === undefined) return held.map(transaction.mapping, transaction.doc);
        return DecorationSet.create(
          transaction.doc,
          ranges.map(({ from, to }) => Decoration.inline(from, to, { class: 'rich-warning' })),
        );
      },
    },
    props: { decorations: (state) => key.getState(state) ?? null },
  });
}

/** The change that underlines these ranges and no others. */
export function withWarnings(state: EditorState, ranges: readonly Range[]) {
  return state.tr.setMeta(key, ranges).setMeta('addToHistory', false);
}
