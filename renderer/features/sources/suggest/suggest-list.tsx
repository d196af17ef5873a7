import { useEffect, useRef } from 'react';
import { useLang, useText } from '../../../text/index.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { SuggestItem } from './suggest-item.tsx';
import { useSuggest, wordingOf } from './suggest-store.ts';

/** The suggestions in groups, one line each; the one looked at shows its reason and what can be done. */
export function SuggestList() {
  const words = useText().suggest;
  const lang = useLang();
  const groups = useSuggest((state) => state.groups);
  const found = useSuggest((state) => state.found);
  const standings = useSuggest((state) => state.standings);
  const cursor = useSuggest((state) => state.cursor);
  const matches = useSuggest((state) => state.matches);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (cursor === undefined) return;
    const line = root.current?.querySelector<HTMLElement>('[aria-current="true"]');
    line?.closest('li')?.scrollIntoView({ block: 'nearest' });
    const panel = root.current?.closest('section');
    // keys move the focus with them; a click in the text asks for it in its own way
    if (panel?.contains(document.activeElement)) line?.focus({ preventScroll: true });
  }, [cursor]);

  if (groups.length === 0) return null;
  const wording = { ...wordingOf({ groups, found }), lang, words };
  return (
    <>
      <div ref={root} className="suggest-list">
        {groups.map((group) => (
          <section
            key={group.id}
            aria-label={group.incident === undefined ? words.named : words.groupOf(group.id)}
            className="suggest-group"
          >
            {group.incident === undefined && <h3 className="suggest-named">{words.named}</h3>}
            <ul>
              {group.items.map((item) => (
                <SuggestItem
                  key={item.id}
                  item={item}
                  standing={standings.get(item.id) ?? { state: 'open' }}
                  isCurrent={item.id === cursor?.id}
                  isTabStop={item.id === cursor?.id}
                  wording={wording}
                  matches={item.kind === 'incident' ? matches.get(group.id) : undefined}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Keys />
    </>
  );
}

function Keys() {
  const words = useText().suggest;
  const lines: readonly (readonly [string, string])[] = [
    ['J K', words.keys.move],
    [words.keyNames.enter, words.keys.accept],
    ['A', words.keys.all],
    ['E', words.keys.edit],
    ['X', words.keys.reject],
    ['Z', words.keys.undo],
  ];
  return (
    <dl className="suggest-keys" aria-label={words.keys.title}>
      {lines.map(([key, label]) => (
        <div key={key}>
          <dt>
            <Kbd keys={key} />
          </dt>
          <dd>{label}</dd>
        </div>
      ))}
    </dl>
  );
}
