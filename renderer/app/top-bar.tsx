import './top-bar.css';
import { Lock, Map as MapIcon, PanelRight, Redo2, Search, Undo2 } from 'lucide-react';
import { memo } from 'react';
import { setApp, useApp, useLayout } from '../state/app-store.ts';
import { useCase } from '../state/case-store.ts';
import { layoutFlag } from '../state/layout.ts';
import { actionWords } from '../text/field-words.ts';
import { useLang, useText } from '../text/index.tsx';
import { TlpLabel } from '../ui/badges.tsx';
import { IconButton, ToggleIconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { MenuButton, type MenuEntry } from '../ui/menu.tsx';
import { HelpTip } from '../ui/tooltip.tsx';
import { type CommandId, commandOf, runCommand } from './commands.ts';
import { useShortcut } from './use-shortcut.ts';

const caseCommands: readonly (CommandId | 'line')[] = [
  'new-case',
  'open-case',
  'open-sample',
  'open-training',
  'line',
  'save-copy',
  'import-pack',
  'export-pack',
  'line',
  'close-case',
];

export function TopBar() {
  const t = useText().app;
  const screen = useApp((state) => state.screen);
  return (
    <header className="app-top" data-region>
      <CaseName />
      <FindButton />
      <div className="app-top-end">
        <UndoButtons />
        {screen === 'incidents' || screen === 'map' ? (
          <>
            <span className="app-top-line" />
            {screen === 'incidents' ? <SplitToggle label={t.commands['toggle-split']} /> : null}
            <InspectorToggle label={t.commands['toggle-inspector']} />
          </>
        ) : null}
      </div>
    </header>
  );
}

const CaseName = memo(function CaseName() {
  const t = useText().app;
  const words = useShortcut();
  const caseState = useCase((state) => state.caseState);
  if (caseState === undefined) return <div className="app-top-case">{t.productName}</div>;
  const entries: MenuEntry[] = caseCommands.map((id, index) =>
    id === 'line'
      ? { id: `line-${index}`, separator: true }
      : {
          id,
          label: t.commands[id],
          shortcut: words(commandOf(id)?.shortcut),
          isDisabled: !(commandOf(id)?.isEnabled() ?? false),
        },
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className="app-top-case" role="group" aria-label={t.topBar}>
      <MenuButton
        label={caseState.title}
        variant="quiet"
        entries={entries}
        onAction={(id) => void runCommand(id)}
      />
      <span role="img" aria-label={t.caseLabel(caseState.tlp)} className="app-top-tlp">
        <TlpLabel tlp={caseState.tlp} />
      </span>
      {caseState.invented ? (
        <HelpTip label={t.inventedHelp} className="app-top-mark app-top-mark-invented">
          {t.invented}
        </HelpTip>
      ) : null}
      {caseState.isReadOnly ? (
        <HelpTip label={t.readOnlyHelp} className="app-top-mark">
          <Lock size={12} aria-hidden="true" /> {t.readOnly}
        </HelpTip>
      ) : null}
    </div>
  );
});

const FindButton = memo(function FindButton() {
  const t = useText().app;
  const words = useShortcut();
  return (
    <button
      type="button"
      className="app-find"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K"
      onClick={() => setApp({ overlay: 'palette' })}
    >
      <Search size={14} aria-hidden="true" />
      <span className="u-truncate">{t.findAnything}</span>
      <Kbd keys={words('Ctrl+K') ?? ''} />
    </button>
  );
});

const UndoButtons = memo(function UndoButtons() {
  const t = useText().app;
  const words = useShortcut();
  const lang = useLang();
  const { undo, redo } = useCase((state) => state.undo);
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? true);
  return (
    <>
      <IconButton
        icon={<Undo2 size={16} aria-hidden="true" />}
        label={undo === null ? t.nothingToUndo : t.undoWhat(actionWords(lang, undo))}
        shortcut={words('Ctrl+Z')}
        isDisabled={undo === null || isReadOnly}
        onPress={() => void runCommand('undo')}
      />
      <IconButton
        icon={<Redo2 size={16} aria-hidden="true" />}
        label={redo === null ? t.nothingToRedo : t.redoWhat(actionWords(lang, redo))}
        shortcut={words('Ctrl+Shift+Z')}
        isDisabled={redo === null || isReadOnly}
        onPress={() => void runCommand('redo')}
      />
    </>
  );
});

function SplitToggle({ label }: { readonly label: string }) {
  const words = useShortcut();
  const isSplit = useLayout((layout) => layoutFlag(layout, 'frame.split', false));
  return (
    <ToggleIconButton
      icon={<MapIcon size={16} aria-hidden="true" />}
      label={label}
      shortcut={words('Ctrl+M')}
      isSelected={isSplit}
      onChange={() => void runCommand('toggle-split')}
    />
  );
}

function InspectorToggle({ label }: { readonly label: string }) {
  const words = useShortcut();
  const isOpen = useLayout((layout) => layoutFlag(layout, 'frame.inspector', true));
  return (
    <ToggleIconButton
      icon={<PanelRight size={16} aria-hidden="true" />}
      label={label}
      shortcut={words('Ctrl+J')}
      isSelected={isOpen}
      onChange={() => void runCommand('toggle-inspector')}
    />
  );
}
