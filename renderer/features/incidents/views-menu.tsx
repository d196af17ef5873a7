// The saved views of the case: open, keep what is on screen, rename, put in order, delete.
import './views-menu.css';
import { ArrowDown, ArrowUp, Check, Pencil, RefreshCw, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { notify, notifyError } from '../../state/app-store.ts';
import { useCase } from '../../state/case-store.ts';
import {
  addView,
  deleteView,
  moveView,
  renameView,
  type SavedView,
  showView,
  updateView,
} from '../../state/saved-views.ts';
import { useRead } from '../../state/use-changes.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Does one change; a refusal is shown. Resolves to whether it was done. */
async function attempt(work: Promise<void>, done?: string): Promise<boolean> {
  try {
    await work;
    if (done !== undefined) notify({ text: done });
    return true;
  } catch (thrown) {
    notifyError(thrown);
    return false;
  }
}

export function ViewsMenu({ onDone }: { readonly onDone: () => void }) {
  const t = useText().incidents.views;
  const isReadOnly = useCase((state) => state.caseState?.isReadOnly ?? true);
  const { value: views } = useRead(() => call('saved-view/list', {}), [], ['case']);
  const [name, setName] = useState('');
  const typed = name.trim();
  if (views === undefined) return <p className="views-note">{t.reading}</p>;
  return (
    <div className="views-menu">
      {views.length === 0 ? <p className="views-note">{t.none}</p> : null}
      <ul className="views-list" aria-label={t.title}>
        {views.map((view, at) => (
          <ViewLine
            key={view.id}
            view={view}
            isReadOnly={isReadOnly}
            onShow={() => {
              showView(view);
              onDone();
            }}
            onMove={(step) => void attempt(moveView(views, at, at + step))}
          />
        ))}
      </ul>
      {isReadOnly ? null : (
        <form
          className="views-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed === '') return;
            void attempt(addView(typed, views), t.saved(typed)).then((isDone) => {
              if (isDone) setName('');
            });
          }}
        >
          <TextField label={t.name} value={name} onChange={setName} placeholder={t.nameHint} />
          <Button type="submit" isDisabled={typed === ''}>
            {t.save}
          </Button>
        </form>
      )}
    </div>
  );
}

interface ViewLineProps {
  readonly view: SavedView;
  readonly isReadOnly: boolean;
  readonly onShow: () => void;
  /** One place up (-1) or down (1). */
  readonly onMove: (step: -1 | 1) => void;
}

function ViewLine({ view, isReadOnly, onShow, onMove }: ViewLineProps) {
  const t = useText().incidents.views;
  const [isNaming, setIsNaming] = useState(false);
  if (isNaming) return <NameLine view={view} onDone={() => setIsNaming(false)} />;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className="views-line">
      <button
        type="button"
        className="views-show u-truncate"
        title={view.filterText === '' ? t.wholeCase : view.filterText}
        onClick={onShow}
        {...(isReadOnly ? {} : { onKeyDown, 'aria-keyshortcuts': 'Alt+ArrowUp Alt+ArrowDown' })}
      >
        <bdi>{view.name}</bdi>
      </button>
      {isReadOnly ? null : (
        <>
          <IconButton
            icon={<ArrowUp size={13} aria-hidden="true" />}
            label={t.up(view.name)}
            onPress={() => onMove(-1)}
          />
          <IconButton
            icon={<ArrowDown size={13} aria-hidden="true" />}
            label={t.down(view.name)}
            onPress={() => onMove(1)}
          />
          <IconButton
            icon={<RefreshCw size={13} aria-hidden="true" />}
            label={t.update(view.name)}
            onPress={() => void attempt(updateView(view), t.updated(view.name))}
          />
          <IconButton
            icon={<Pencil size={13} aria-hidden="true" />}
            label={t.rename(view.name)}
            onPress={() => setIsNaming(true)}
          />
          <IconButton
            icon={<Trash2 size={13} aria-hidden="true" />}
            label={t.delete(view.name)}
            onPress={() => void attempt(deleteView(view), t.deleted(view.name))}
          />
        </>
      )}
    </li>
  );
}

function NameLine({ view, onDone }: { readonly view: SavedView; readonly onDone: () => void }) {
  const t = useText().incidents.views;
  const [name, setName] = useState(view.name);
  const typed = name.trim();
  const keep = () => {
    if (typed === '' || typed === view.name) {
      onDone();
      return;
    }
    void attempt(renameView(view, typed)).then((isDone) => {
      if (isDone) onDone();
    });
  };
  return (
    <li>
      <form
        className="views-form"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <TextField label={t.newName} value={name} onChange={setName} autoFocus />
        <IconButton
          icon={<Check size={14} aria-hidden="true" />}
          label={t.keepName}
          onPress={keep}
        />
      </form>
    </li>
  );
}
