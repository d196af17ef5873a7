import './help-sheet.css';
import { setApp } from '../state/app-store.ts';
import { useText } from '../text/index.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { type CommandGroup, commands } from './commands.ts';
import { useShortcut } from './use-shortcut.ts';

const groups: readonly CommandGroup[] = ['work', 'screens', 'case', 'view', 'help'];

/** All keys on one sheet. */
export function HelpSheet() {
  const t = useText().app;
  const words = useShortcut();
  const local: readonly (readonly [string, string])[] = [
    [t.help.moveLines, '↑ ↓'],
    [t.help.pickMore, 'Shift+↑ ↓'],
    [t.help.openLine, 'Enter'],
    [t.help.deleteLine, 'Delete'],
    [t.help.confirmForm, 'Ctrl+Enter'],
    [t.help.closeLayer, 'Esc'],
    [t.help.nextField, 'Tab'],
    [t.help.nextRegion, 'F6'],
  ];
  const { marking, reader: text, find } = useText().sources;
  const reader: readonly (readonly [string, string])[] = [
    [marking.kinds.claim, 'C'],
    [marking.kinds.toll, 'T'],
    [marking.kinds.actor, 'A'],
    [marking.kinds.place, 'P'],
    [marking.kinds.date, 'D'],
    [marking.kinds.incident, 'I'],
    [marking.kinds.note, 'N'],
    [text.next, 'J'],
    [text.previous, 'K'],
    [t.help.choosePassage, 'Enter'],
    [find.open, 'Ctrl+F'],
    [find.next, 'F3'],
    [text.larger, '+'],
    [text.smaller, '-'],
  ];
  return (
    <Dialog isOpen onClose={() => setApp({ overlay: undefined })} title={t.help.title} size="l">
      <div className="app-help">
        {groups.map((group) => (
          <section key={group}>
            <h3>{t.groups[group]}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group && command.shortcut !== undefined)
                .map(({ id, shortcut }) => (
                  <Line key={id} label={t.commands[id]} keys={words(shortcut) ?? ''} />
                ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>{t.help.inText}</h3>
          <dl>
            {reader.map(([label, keys]) => (
              <Line key={label} label={label} keys={words(keys) ?? ''} />
            ))}
          </dl>
        </section>
        <section>
          <h3>{t.help.inLists}</h3>
          <dl>
            {local.map(([label, keys]) => (
              <Line key={label} label={label} keys={words(keys) ?? ''} />
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}

function Line({ label, keys }: { readonly label: string; readonly keys: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Kbd keys={keys} />
      </dd>
    </div>
  );
}
