import './palette.css';
import {
  Bookmark,
  CornerDownRight,
  FileText,
  type LucideIcon,
  MapPin,
  Newspaper,
  Quote,
  Rows3,
  Search,
  StickyNote,
  Users,
} from 'lucide-react';
import { useState } from 'react';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import type { SearchHit } from '../../shared/contract/read-calls.ts';
import { goTo, notifyError, open, setApp, useApp } from '../state/app-store.ts';
import { applyFilterText, setFilter, setFilterText } from '../state/incidents-store.ts';
import { openPassage } from '../state/passage-request.ts';
import { type SavedView, showView } from '../state/saved-views.ts';
import { useText } from '../text/index.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { commands, runCommand } from './commands.ts';
import {
  addRecent,
  isCommandText,
  matchingCommands,
  offeredCommands,
  type PaletteCommand,
  plainSnippet,
} from './palette-items.ts';
import { useMatchingViews } from './use-matching-views.ts';
import { useSearch } from './use-search.ts';
import { useShortcut } from './use-shortcut.ts';

const icons: { readonly [K in SearchHit['table']]: LucideIcon } = {
  incident: Rows3,
  actor: Users,
  source: Newspaper,
  place: MapPin,
  note: StickyNote,
  claim: Quote,
};

type Item =
  | { readonly id: string; readonly hit: SearchHit }
  | { readonly id: string; readonly view: SavedView }
  | { readonly id: string; readonly command: PaletteCommand };

interface Group {
  readonly id: 'hits' | 'views' | 'commands';
  readonly title: string;
  readonly items: readonly Item[];
}

function close(): void {
  setApp({ overlay: undefined });
}

const filterId = 'filter-by';

function filterIncidents(words: string): void {
  goTo('incidents');
  setFilterText(words);
  applyFilterText();
}

async function openHit(hit: SearchHit, recent: readonly SearchHit[]): Promise<void> {
  setApp({ recent: addRecent(recent, hit), overlay: undefined });
  try {
    if (hit.openTable === 'place') {
      goTo('incidents');
      setFilter({ places: [hit.title] });
    } else if (hit.passageId !== undefined) {
      await openPassage(hit.openId, hit.passageId);
    } else {
      await open(hit.openTable, hit.openId);
    }
  } catch (error) {
    notifyError(error);
  }
}

/** Ctrl+K: one box over everything in the case and every command, by keyboard alone. */
export function Palette() {
  const t = useText().app;
  const recent = useApp((state) => state.recent);
  const [text, setText] = useState('');
  const { hits, isSearching } = useSearch(isCommandText(text) ? '' : text);
  const views = useMatchingViews(text);
  const isEmpty = text.trim() === '';
  const offered = matchingCommands(text, offeredCommands(commands, t.commands, t.groups));
  const shownHits = isEmpty ? recent : hits;

  // the last resort: the words as a filter of the incidents
  const filterCommand: readonly PaletteCommand[] =
    isEmpty || isCommandText(text)
      ? []
      : [{ id: filterId, title: t.palette.filterBy(text.trim()), group: '', shortcut: undefined }];

  const groups: readonly Group[] = [
    {
      id: 'hits' as const,
      title: isEmpty ? t.palette.recent : t.palette.results,
      items: shownHits.map((hit) => ({ id: `${hit.table}/${hit.id}`, hit })),
    },
    {
      id: 'views' as const,
      title: t.palette.views,
      items: views.map((view) => ({ id: `view/${view.id}`, view })),
    },
    {
      id: 'commands' as const,
      title: t.palette.commands,
      items: [...offered, ...filterCommand].map((command) => ({
        id: `command/${command.id}`,
        command,
      })),
    },
  ].filter((group) => group.items.length > 0);
  const items = new Map(groups.flatMap((group) => group.items).map((item) => [item.id, item]));

  function choose(id: string) {
    const item = items.get(id);
    if (item === undefined) return;
    if ('hit' in item) void openHit(item.hit, recent);
    else if ('view' in item) {
      close();
      showView(item.view);
    } else {
      close();
      if (item.command.id === filterId) filterIncidents(text.trim());
      else void runCommand(item.command.id);
    }
  }
  return (
    <ModalOverlay
      className="c-scrim app-palette-scrim"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
    >
      <Modal className="app-palette">
        <Dialog aria-label={t.palette.label} className="app-palette-dialog u-no-ring">
          <Autocomplete inputValue={text} onInputChange={setText}>
            <SearchField aria-label={t.palette.label} autoFocus className="app-palette-field">
              <Search size={16} aria-hidden="true" />
              <Input
                role="combobox"
                aria-expanded="true"
                aria-haspopup="listbox"
                placeholder={t.palette.placeholder}
                className="app-palette-input u-no-ring"
                // One Esc closes, as the line below says; the search field would empty itself first.
                onKeyDownCapture={(event) => {
                  if (event.key === 'Escape') close();
                }}
              />
            </SearchField>
            <ListBox
              aria-label={t.palette.results}
              items={groups}
              className="app-palette-list"
              onAction={(key) => choose(String(key))}
              renderEmptyState={() => (
                <div className="app-palette-empty" role="status">
                  {isSearching ? (
                    t.loading
                  ) : (
                    <>
                      <strong>{t.palette.nothing}</strong>
                      <span>{t.palette.nothingNext}</span>
                    </>
                  )}
                </div>
              )}
            >
              {(group) => (
                <ListBoxSection id={group.id}>
                  <Header className="c-options-heading">{group.title}</Header>
                  <Collection items={group.items}>{(item) => <Line item={item} />}</Collection>
                </ListBoxSection>
              )}
            </ListBox>
          </Autocomplete>
          <p className="app-palette-keys">{t.palette.keys}</p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Line({ item }: { readonly item: Item }) {
  if ('hit' in item) return <HitLine id={item.id} hit={item.hit} />;
  if ('view' in item) return <ViewLine id={item.id} view={item.view} />;
  return <CommandLine id={item.id} command={item.command} />;
}

function ViewLine({ id, view }: { readonly id: string; readonly view: SavedView }) {
  return (
    <ListBoxItem id={id} textValue={view.name} className="app-palette-item">
      <Bookmark size={14} aria-hidden="true" />
      <span className="app-palette-words">
        <bdi className="u-truncate">{view.name}</bdi>
      </span>
    </ListBoxItem>
  );
}

function HitLine({ id, hit }: { readonly id: string; readonly hit: SearchHit }) {
  const t = useText().app.palette;
  const Icon = icons[hit.table] ?? FileText;
  const snippet = hit.table === 'place' ? t.placeFilters : plainSnippet(hit.snippet);
  return (
    <ListBoxItem id={id} textValue={hit.title} className="app-palette-item">
      <Icon size={14} aria-hidden="true" />
      <span className="app-palette-words">
        <bdi className="u-truncate">{hit.title}</bdi>
        {snippet === '' || snippet === hit.title ? null : (
          <bdi className="app-palette-snippet u-truncate">{snippet}</bdi>
        )}
      </span>
      <span className="app-palette-kind">{t.kind[hit.table]}</span>
    </ListBoxItem>
  );
}

function CommandLine({ id, command }: { readonly id: string; readonly command: PaletteCommand }) {
  const words = useShortcut();
  const keys = words(command.shortcut);
  return (
    <ListBoxItem id={id} textValue={command.title} className="app-palette-item">
      <CornerDownRight size={14} aria-hidden="true" />
      <span className="app-palette-words">
        <span className="u-truncate">{command.title}</span>
      </span>
      {keys === undefined ? null : <Kbd keys={keys} />}
    </ListBoxItem>
  );
}
