// The one combo box behind all pickers: searches while typing, shows what matched, keeps the value's name.
import { BookMarked, Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { edtfWords } from '../../shared/text/date-words.ts';
import { codeLabel } from '../../shared/text/index.ts';
import { useRead } from '../state/use-changes.ts';
import { useFormat, useLang, useText } from '../text/index.tsx';
import { ComboBox, type ComboItem } from '../ui/combo-box.tsx';
import type { FieldProps } from '../ui/field.tsx';
import { type Found, nameOf, type PickTable } from './record-search.ts';
import { useLabels } from './use-vocabulary.ts';

/** Milliseconds of rest before a search goes out. */
const rest = 120;
const createId = 'create';

interface Props extends FieldProps {
  readonly table: PickTable;
  readonly find: (text: string) => Promise<readonly Found[]>;
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined, name: string | undefined) => void;
  readonly name?: string | undefined;
  readonly exclude?: readonly string[] | undefined;
  /** Searched for from the start, as words of a source. */
  readonly startText?: string | undefined;
  readonly placeholder: string;
  readonly createLabel: ((text: string) => string) | undefined;
  readonly onCreate: (text: string) => void;
  /** Further matches from outside the case, under their own heading. */
  readonly outside?: OutsideMatches | undefined;
}

export interface OutsideMatches {
  readonly find: (text: string) => Promise<readonly Found[]>;
  readonly heading: string;
  readonly onChoose: (id: string, text: string) => void;
}

const nothing = () => Promise.resolve<readonly Found[]>([]);
/** Marks the keys of matches from outside, so that they never meet an id of the case. */
const outsidePrefix = 'outside:';

export function RecordPicker(props: Props) {
  const {
    table,
    find,
    value,
    onChange,
    exclude = [],
    placeholder,
    createLabel,
    onCreate,
    outside,
  } = props;
  const words = useText().records.pickers;
  const describe = useDescription(table);
  /** What is being typed; undefined while the name of the value is shown. */
  const [typed, setTyped] = useState<string | undefined>(props.startText);
  const search = useSearch(find, typed ?? '');
  const more = useSearch(outside?.find ?? nothing, typed ?? '');
  const name = useName(table, value, props.name);

  const found = search.found.filter(({ id }) => !exclude.includes(id));
  const text = (typed ?? '').trim();
  const others = text === '' ? [] : more.found;
  /** Headings only where there is something to tell apart. */
  const under = (section: string) => (others.length === 0 ? {} : { section });
  const items: readonly ComboItem[] = [
    ...found.map((hit) => ({
      id: hit.id,
      label: hit.name,
      description: describe(hit),
      ...under(words.inCase),
    })),
    ...others.map((hit) => ({
      id: `${outsidePrefix}${hit.id}`,
      label: hit.name,
      description: describe(hit),
      icon: <BookMarked size={14} aria-hidden />,
      ...under(outside?.heading ?? ''),
    })),
    ...(createLabel === undefined || text === '' || search.isLoading
      ? []
      : [
          {
            id: createId,
            label: createLabel(text),
            icon: <Plus size={14} aria-hidden />,
            ...under(words.newRecord),
          },
        ]),
  ];

  function choose(id: string) {
    setTyped(undefined);
    if (id === createId) onCreate(text);
    else if (id.startsWith(outsidePrefix)) outside?.onChoose(id.slice(outsidePrefix.length), text);
    else onChange(id, found.find((hit) => hit.id === id)?.name);
  }

  /** Enter without going to the list: the best match, else a new record. */
  function chooseFirst() {
    const [first] = items;
    if (!search.isLoading && !more.isLoading && typed !== undefined && first !== undefined)
      choose(first.id);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears when the focus leaves the field inside
    <div
      className={props.className}
      onBlur={(event) => {
        // typed words that were not chosen give way to the value's name
        if (!event.currentTarget.contains(event.relatedTarget)) setTyped(undefined);
      }}
    >
      <ComboBox
        label={props.label}
        isLabelHidden={props.isLabelHidden}
        description={props.description}
        errorMessage={props.errorMessage}
        isRequired={props.isRequired}
        isDisabled={props.isDisabled}
        isReadOnly={props.isReadOnly}
        autoFocus={props.autoFocus}
        layout={props.layout}
        inputValue={typed ?? name}
        onInputChange={(next) => {
          // React Aria reports its own resets too: only a changed text is typing
          if (next !== (typed ?? name)) setTyped(next);
        }}
        items={items}
        onSelect={choose}
        onCommitText={chooseFirst}
        onClear={() => {
          setTyped('');
          if (value !== undefined) onChange(undefined, undefined);
        }}
        isLoading={search.isLoading}
        emptyLabel={words.noneFound}
        placeholder={placeholder}
        dir="auto"
      />
    </div>
  );
}

function useName(table: PickTable, value: string | undefined, given: string | undefined): string {
  const read = useRead(
    () =>
      value === undefined || given !== undefined
        ? Promise.resolve(given ?? '')
        : nameOf(table, value),
    [table, value, given],
    ['actors', 'sources', 'incidents'],
  );
  if (value === undefined) return '';
  return given ?? read.value ?? '';
}

interface Answer {
  /** What was searched for. */
  readonly text: string | undefined;
  readonly found: readonly Found[];
}

/** The newest search's answer; loading until the answer is to the text as it stands. */
function useSearch(find: (text: string) => Promise<readonly Found[]>, text: string) {
  const [answer, setAnswer] = useState<Answer>({ text: undefined, found: [] });
  const number = useRef(0);
  useEffect(() => {
    number.current += 1;
    const mine = number.current;
    const timer = setTimeout(async () => {
      const found = await find(text).catch((): readonly Found[] => []);
      if (mine === number.current) setAnswer({ text, found });
    }, rest);
    return () => clearTimeout(timer);
  }, [find, text]);
  return { found: answer.found, isLoading: answer.text !== text };
}

function useDescription(table: PickTable): (hit: Found) => string | undefined {
  const words = useText().records.pickers;
  const format = useFormat();
  const lang = useLang();
  const labels = useLabels();
  return (hit) => {
    const parts: (string | undefined)[] = [];
    if (hit.matched !== undefined) parts.push(words.alsoKnownAs(isolate(hit.matched)));
    switch (table) {
      case 'actor':
        parts.push(
          codeLabel(labels.actorKinds, hit.kind ?? ''),
          hit.detail && format.country(hit.detail),
        );
        break;
      case 'source':
        parts.push(
          codeLabel(labels.sourceKinds, hit.kind ?? ''),
          hit.detail,
          hit.date ? edtfWords(hit.date, lang) : undefined,
        );
        break;
      case 'incident':
        parts.push(edtfWords(hit.date ?? null, lang), hit.detail);
        break;
    }
    return parts.filter(Boolean).join(' · ');
  };
}

/** First-strong isolation, so that an Arabic name does not turn the words around it. */
function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
