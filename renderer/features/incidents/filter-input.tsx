// The filter as one line of text: completion of fields and values, problems marked where they stand.
import './filter-bar.css';
import { Filter as FilterIcon, X } from 'lucide-react';
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { FilterProblem } from '../../../shared/domain/filter-text.ts';
import {
  applyFilterText,
  setFilter,
  setFilterText,
  useIncidents,
} from '../../state/incidents-store.ts';
import { useText } from '../../text/index.tsx';
import { classes } from '../../ui/defined.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { accept, type Suggestion } from './filter-completion.ts';
import { useCompletion } from './use-completion.ts';

interface FilterInputProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onDown: () => void;
}

export function FilterInput({ inputRef, onDown }: FilterInputProps) {
  const t = useText().incidents.filter;
  const text = useIncidents((state) => state.filterText);
  const problems = useIncidents((state) => state.filterProblems);
  const [caret, setCaret] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  const [isFocused, setIsFocused] = useState(false);
  const [active, setActive] = useState(-1);
  const wanted = useRef<number | undefined>(undefined);
  const id = useId();
  const completion = useCompletion(text, caret, isOpen);
  const { suggestions } = completion;
  const isShown = isOpen && isFocused && suggestions.length > 0;

  useLayoutEffect(() => {
    const position = wanted.current;
    if (position === undefined) return;
    wanted.current = undefined;
    inputRef.current?.setSelectionRange(position, position);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list starts without a choice
  useEffect(() => setActive(-1), [completion.from, suggestions.length, text]);

  const take = (suggestion: Suggestion) => {
    const edit = accept(text, completion, suggestion);
    wanted.current = edit.caret;
    setFilterText(edit.text);
    setCaret(edit.caret);
    setIsOpen(suggestion.continues);
    inputRef.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = suggestions[active];
    if (event.key === 'ArrowDown' && isShown) setActive((active + 1) % suggestions.length);
    else if (event.key === 'ArrowUp' && isShown) {
      setActive(((active + suggestions.length) % (suggestions.length + 1)) - 1);
    } else if (event.key === 'ArrowDown' && text !== '' && !isOpen) onDown();
    else if (event.key === 'ArrowDown') setIsOpen(true);
    else if (event.key === 'Enter' && isShown && chosen !== undefined) take(chosen);
    else if (event.key === 'Tab' && !event.shiftKey && isShown && chosen !== undefined)
      take(chosen);
    else if (event.key === 'Enter') {
      setIsOpen(false);
      applyFilterText();
    } else if (event.key === 'Escape' && isShown) setIsOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  // what is still being written is not yet wrong
  const shownProblems = problems.filter(
    ({ from, to }) => !(isFocused && isOpen && caret > from && caret <= to),
  );
  return (
    <div className="filter-box">
      <div className="filter-line">
        <FilterIcon size={14} aria-hidden="true" className="filter-icon" />
        <div className="filter-input-box">
          <Marks text={text} problems={shownProblems} inputRef={inputRef} />
          <input
            ref={inputRef}
            className="filter-input"
            type="text"
            role="combobox"
            aria-label={t.label}
            aria-expanded={isShown}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-invalid={shownProblems.length > 0}
            aria-describedby={`${id}-problems`}
            {...(isShown && active >= 0 ? { 'aria-activedescendant': `${id}-${active}` } : {})}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            placeholder={t.placeholder}
            value={text}
            onChange={(event) => {
              setFilterText(event.target.value);
              setCaret(event.target.selectionStart ?? event.target.value.length);
              setIsOpen(true);
            }}
            onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
            onFocus={() => setIsFocused(true)}
            onBlur={() => {
              setIsFocused(false);
              setIsOpen(false);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        {text === '' ? null : (
          <IconButton
            icon={<X size={14} aria-hidden="true" />}
            label={t.clear}
            onPress={() => {
              setFilter({});
              inputRef.current?.focus();
            }}
          />
        )}
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t.suggestions}
        className={classes('filter-list', !isShown && 'filter-list-closed')}
      >
        {isShown
          ? suggestions.map((suggestion, index) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the input holds the focus
              // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys
              <div
                key={suggestion.id}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                className={classes('c-option', index === active && 'c-option-active')}
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => setActive(index)}
                onClick={() => take(suggestion)}
              >
                <bdi className="u-truncate">{suggestion.label}</bdi>
                <span className="filter-list-detail u-truncate">{suggestion.detail}</span>
              </div>
            ))
          : null}
      </div>
      <div id={`${id}-problems`} className="filter-problems" role="status">
        {shownProblems.map((problem) => (
          <Problem
            key={`${problem.from}-${problem.code}`}
            problem={problem}
            onUse={(suggestion) => {
              setFilterText(text.slice(0, problem.from) + suggestion + text.slice(problem.to));
              applyFilterText();
            }}
          />
        ))}
      </div>
    </div>
  );
}

interface ProblemProps {
  readonly problem: FilterProblem;
  readonly onUse: (suggestion: string) => void;
}

function Problem({ problem, onUse }: ProblemProps) {
  const t = useText().incidents.filter;
  const { suggestion } = problem;
  return (
    <p className="filter-problem">
      <code>{problem.text}</code> {t.problems[problem.code]}
      {suggestion === null ? null : (
        <button type="button" className="filter-use" onClick={() => onUse(suggestion)}>
          {t.replaceWith(suggestion)}
        </button>
      )}
    </p>
  );
}

interface MarksProps {
  readonly text: string;
  readonly problems: readonly FilterProblem[];
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** The same text behind the input, unseen but for the wavy line under what was not understood. */
function Marks({ text, problems, inputRef }: MarksProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const input = inputRef.current;
    const marks = box.current;
    if (input === null || marks === null) return;
    const follow = () => {
      marks.scrollLeft = input.scrollLeft;
    };
    follow();
    input.addEventListener('scroll', follow);
    return () => input.removeEventListener('scroll', follow);
  });
  const sorted = problems.toSorted((a, b) => a.from - b.from);
  let at = 0;
  const pieces = sorted.flatMap(({ from, to }) => {
    if (from < at) return [];
    const plain = text.slice(at, from);
    at = to;
    return [
      <span key={`plain-${from}`}>{plain}</span>,
      <span key={`wrong-${from}`} className="filter-wrong">
        {text.slice(from, to)}
      </span>,
    ];
  });
  return (
    <div ref={box} className="filter-marks" aria-hidden="true">
      {pieces}
      <span>{text.slice(at)}</span>
    </div>
  );
}
