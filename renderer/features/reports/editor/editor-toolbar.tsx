import {
  Bold,
  Heading3,
  Heading4,
  Italic,
  Link2,
  List,
  ListOrdered,
  Quote,
  Redo2,
  Undo2,
} from 'lucide-react';
import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history';
import type { Command, EditorState } from 'prosemirror-state';
import type { ReactNode } from 'react';
import { confidenceLevels, likelihoods } from '../../../../shared/domain/vocabulary.ts';
import { labels } from '../../../../shared/text/index.ts';
import type { Lang } from '../../../../shared/text/lang.ts';
import { catalogues } from '../../../text/catalogue.ts';
import { useText } from '../../../text/index.tsx';
import { IconButton, ToggleIconButton } from '../../../ui/icon-button.tsx';
import { MenuButton } from '../../../ui/menu.tsx';
import { Toolbar, ToolbarSeparator } from '../../../ui/toolbar.tsx';
import {
  hasMark,
  insertSentence,
  insertWords,
  isHeading,
  isWithin,
  toggleBold,
  toggleHeading,
  toggleItalic,
  toggleList,
  toggleQuote,
} from './commands.ts';
import { marks, nodes } from './schema.ts';

interface Props {
  readonly state: EditorState;
  readonly run: (command: Command) => void;
  /** Of the report: its words of likelihood and confidence are put in. */
  readonly lang: Lang;
  readonly onLink: () => void;
  readonly onMark: () => void;
}

/** Forms, references and words of judgement; arrows move between the buttons. */
export function EditorToolbar({ state, run, lang, onLink, onMark }: Props) {
  const t = useText().reports.editor;
  const l = labels(lang);
  const toggle = (
    label: string,
    icon: ReactNode,
    isOn: boolean,
    command: Command,
    shortcut: string,
  ) => (
    <ToggleIconButton
      label={label}
      icon={icon}
      shortcut={shortcut}
      isSelected={isOn}
      onChange={() => run(command)}
    />
  );
  const size = { size: 15, 'aria-hidden': true } as const;
  return (
    <Toolbar label={t.toolbar}>
      {toggle(t.bold, <Bold {...size} />, hasMark(state, marks.strong), toggleBold, 'Ctrl+B')}
      {toggle(t.italic, <Italic {...size} />, hasMark(state, marks.em), toggleItalic, 'Ctrl+I')}
      {toggle(
        t.heading,
        <Heading3 {...size} />,
        isHeading(state, 3),
        toggleHeading(3),
        'Ctrl+Alt+1',
      )}
      {toggle(
        t.subheading,
        <Heading4 {...size} />,
        isHeading(state, 4),
        toggleHeading(4),
        'Ctrl+Alt+2',
      )}
      {toggle(
        t.bullets,
        <List {...size} />,
        isWithin(state, nodes.bullet_list),
        toggleList(nodes.bullet_list),
        'Ctrl+Shift+8',
      )}
      {toggle(
        t.numbers,
        <ListOrdered {...size} />,
        isWithin(state, nodes.ordered_list),
        toggleList(nodes.ordered_list),
        'Ctrl+Shift+7',
      )}
      {toggle(
        t.quote,
        <Quote {...size} />,
        isWithin(state, nodes.blockquote),
        toggleQuote,
        'Ctrl+Shift+9',
      )}
      <ToolbarSeparator />
      <IconButton label={t.link} icon={<Link2 {...size} />} shortcut="Ctrl+K" onPress={onLink} />
      <IconButton
        label={t.mark}
        icon={<span className="rich-mark-icon">[1]</span>}
        shortcut="Ctrl+Shift+K"
        onPress={onMark}
      />
      <ToolbarSeparator />
      <MenuButton
        label={t.likelihood}
        variant="quiet"
        entries={likelihoods.map((each) => ({
          id: each,
          label: l.likelihoods[each],
          shortcut: l.likelihoodRanges[each],
        }))}
        onAction={(id) => {
          const found = likelihoods.find((each) => each === id);
          if (found !== undefined) run(insertWords(l.likelihoods[found].toLowerCase()));
        }}
      />
      <MenuButton
        label={t.confidence}
        variant="quiet"
        entries={confidenceLevels.map((each) => ({ id: each, label: l.confidence[each] }))}
        onAction={(id) => {
          const found = confidenceLevels.find((each) => each === id);
          if (found === undefined) return;
          const level = l.confidence[found].toLowerCase();
          run(insertSentence(catalogues[lang].reports.editor.confidenceIs(level)));
        }}
      />
      <ToolbarSeparator />
      <IconButton
        label={t.undo}
        icon={<Undo2 {...size} />}
        shortcut="Ctrl+Z"
        isDisabled={undoDepth(state) === 0}
        onPress={() => run(undo)}
      />
      <IconButton
        label={t.redo}
        icon={<Redo2 {...size} />}
        shortcut="Ctrl+Shift+Z"
        isDisabled={redoDepth(state) === 0}
        onPress={() => run(redo)}
      />
    </Toolbar>
  );
}
