import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useText } from '../../../text/index.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { Find } from './use-find.ts';

interface Props {
  readonly find: Find;
  /** Closes and goes back to the text. */
  readonly onClose: () => void;
}

/** Searching the text: Enter goes on, Shift+Enter back, Esc leaves. */
export function FindBar({ find, onClose }: Props) {
  const words = useText().sources.find;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' || event.key === 'F3') find.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const state =
    find.words.trim() === ''
      ? ''
      : find.at === undefined
        ? words.none
        : words.count(find.at + 1, find.spans.length);
  return (
    <search className="reader-find">
      <input
        ref={input}
        type="search"
        className="reader-find-input"
        aria-label={words.label}
        placeholder={words.placeholder}
        value={find.words}
        dir="auto"
        spellCheck={false}
        onChange={(event) => find.setWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span className="reader-find-count u-tabular" role="status">
        {state}
      </span>
      <IconButton
        icon={<ChevronUp size={14} aria-hidden />}
        label={words.previous}
        shortcut="Shift+F3"
        isDisabled={find.spans.length === 0}
        onPress={() => find.step(-1)}
      />
      <IconButton
        icon={<ChevronDown size={14} aria-hidden />}
        label={words.next}
        shortcut="F3"
        isDisabled={find.spans.length === 0}
        onPress={() => find.step(1)}
      />
      <IconButton icon={<X size={14} aria-hidden />} label={words.close} onPress={onClose} />
    </search>
  );
}
