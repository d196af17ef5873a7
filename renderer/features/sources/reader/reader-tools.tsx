import {
  AArrowDown,
  AArrowUp,
  ChevronDown,
  ChevronUp,
  FilePen,
  History,
  MoreHorizontal,
  ScanText,
  Search,
} from 'lucide-react';
import { setLayout, useLayout } from '../../../state/app-store.ts';
import { layoutNumber } from '../../../state/layout.ts';
import { useText } from '../../../text/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MenuButton } from '../../../ui/menu.tsx';
import { Toolbar, ToolbarSeparator, ToolbarSpacer } from '../../../ui/toolbar.tsx';
import { MarkButtons } from '../marking/mark-buttons.tsx';
import type { MarkKind } from '../marking/mark-kinds.ts';

/** Size of the letters, pixels. */
const sizes = { min: 12, max: 26, otherwise: 15 } as const;

export function useTextSize(): { readonly size: number; readonly step: (by: 1 | -1) => void } {
  const size = useLayout((layout) =>
    layoutNumber(layout, 'reader.size', sizes.min, sizes.max, sizes.otherwise),
  );
  return {
    size,
    step: (by) => setLayout('reader.size', Math.max(sizes.min, Math.min(sizes.max, size + by))),
  };
}

interface Props {
  readonly canWrite: boolean;
  readonly hasSelection: boolean;
  readonly count: number;
  readonly onMark: (kind: MarkKind) => void;
  /** Reads the text for suggestions. */
  readonly onRead: (() => void) | undefined;
  readonly isReading: boolean | undefined;
  readonly onFind: () => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onCorrect: () => void;
  readonly onVersions: () => void;
}

export function ReaderTools(props: Props) {
  const t = useText();
  const words = t.sources.reader;
  const { size, step } = useTextSize();
  return (
    <Toolbar label={words.toolbar}>
      <MarkButtons isDisabled={!props.canWrite || !props.hasSelection} onMark={props.onMark} />
      {props.onRead !== undefined && (
        <>
          <ToolbarSeparator />
          <Button
            variant="quiet"
            className="reader-mark-button"
            icon={<ScanText size={14} aria-hidden />}
            isPending={props.isReading}
            shortcut="R"
            onPress={props.onRead}
          >
            {t.suggest.readForMe}
          </Button>
        </>
      )}
      <ToolbarSpacer />
      <span className="u-soft u-tabular">{words.passages(props.count)}</span>
      <IconButton
        icon={<ChevronUp size={14} aria-hidden />}
        label={words.previous}
        shortcut="K"
        isDisabled={props.count === 0}
        onPress={() => props.onStep(-1)}
      />
      <IconButton
        icon={<ChevronDown size={14} aria-hidden />}
        label={words.next}
        shortcut="J"
        isDisabled={props.count === 0}
        onPress={() => props.onStep(1)}
      />
      <ToolbarSeparator />
      <IconButton
        icon={<Search size={14} aria-hidden />}
        label={t.sources.find.open}
        shortcut="Ctrl+F"
        onPress={props.onFind}
      />
      <IconButton
        icon={<AArrowDown size={14} aria-hidden />}
        label={words.smaller}
        shortcut="-"
        isDisabled={size <= sizes.min}
        onPress={() => step(-1)}
      />
      <IconButton
        icon={<AArrowUp size={14} aria-hidden />}
        label={words.larger}
        shortcut="+"
        isDisabled={size >= sizes.max}
        onPress={() => step(1)}
      />
      <MenuButton
        label={words.more}
        isLabelHidden
        icon={<MoreHorizontal size={14} aria-hidden />}
        entries={[
          {
            id: 'correct',
            label: words.correct,
            icon: <FilePen size={14} aria-hidden />,
            isDisabled: !props.canWrite,
          },
          { id: 'versions', label: words.versions, icon: <History size={14} aria-hidden /> },
        ]}
        onAction={(id) => (id === 'correct' ? props.onCorrect() : props.onVersions())}
      />
    </Toolbar>
  );
}
