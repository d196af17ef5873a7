// What the menus of the report editor put in is a step of its own for undo, however fast the hands are.
import { history, undo } from 'prosemirror-history';
import { type Command, EditorState } from 'prosemirror-state';
import { expect, test } from 'vitest';
import {
  insertLink,
  insertSentence,
  insertSourceMark,
  insertWords,
} from '../../renderer/features/reports/editor/commands.ts';
import { nodes } from '../../renderer/features/reports/editor/schema.ts';

const inserts: readonly (readonly [string, Command, string])[] = [
  ['words', insertWords('very likely'), 'An attack very likely'],
  [
    'a sentence',
    insertSentence('Our confidence is moderate.'),
    'An attack. Our confidence is moderate.',
  ],
  ['a link', insertLink('actor', 'a1', 'JNIM'), 'An attack '],
  ['a source mark', insertSourceMark('claim', 'c1'), 'An attack'],
];

test.each(inserts)('%s is taken back alone, typing before it stays', (_name, command, after) => {
  let state = EditorState.create({
    doc: nodes.doc.create(null, nodes.paragraph.create()),
    plugins: [history()],
  });
  const run = (step: Command) =>
    step(state, (change) => {
      state = state.apply(change);
    });
  state = state.apply(state.tr.insertText('An attack', 1));
  const typed = state.doc;
  expect(run(command)).toBe(true);
  expect(state.doc.textContent).toBe(after);
  expect(state.doc.eq(typed)).toBe(false);
  run(undo);
  expect(state.doc.eq(typed)).toBe(true);
});
