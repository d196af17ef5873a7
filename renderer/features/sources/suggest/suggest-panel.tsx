import { RotateCw, ScanText } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { ErrorNotice } from '../../../record-kit/error-notice.tsx';
import { useFormat, useText } from '../../../text/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { AskDay } from './ask-day.tsx';
import { carryOutKey } from './panel-keys.ts';
import { cancelReading, readForMe } from './read-source.ts';
import { SuggestList } from './suggest-list.tsx';
import { useSuggest } from './suggest-store.ts';
import { SuggestSummary } from './suggest-summary.tsx';
import { SuggestionEditor } from './suggestion-editor.tsx';
import { WhoQuestion } from './who-question.tsx';
import './suggest-panel.css';

/** Beside the text: what was found in it, decided on by keys or by mouse. */
export function SuggestPanel() {
  const t = useText();
  const words = t.suggest;
  const step = useSuggest((state) => state.step);
  const source = useSuggest((state) => state.source);
  const error = useSuggest((state) => state.error);
  const said = useSuggest((state) => state.said);
  const root = useFocus(step);
  const hasText = source !== undefined && source.text.trim() !== '';

  function onKeyDown(event: KeyboardEvent) {
    // dialogs lie elsewhere in the page though React hands their keys over
    if (!(event.target instanceof Node) || root.current?.contains(event.target) !== true) return;
    if (carryOutKey(event.nativeEvent)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  return (
    <section
      ref={root}
      className="suggest u-no-ring"
      aria-label={words.label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <p role="status" className="u-visually-hidden">
        {said}
      </p>
      {step === 'idle' && (
        <EmptyState
          icon={<ScanText size={24} aria-hidden />}
          title={words.readForMe}
          actions={
            <Button variant="primary" isDisabled={!hasText} shortcut="R" onPress={readForMe}>
              {words.readForMe}
            </Button>
          }
        >
          {hasText ? words.intro : words.noText}
        </EmptyState>
      )}
      {step === 'asks-date' && <AskDay />}
      {step === 'reading' && <Reading text={source?.text ?? ''} />}
      {step === 'failed' && (
        <div className="suggest-part">
          <ErrorNotice error={error} />
          <Button icon={<RotateCw size={14} aria-hidden />} onPress={readForMe}>
            {words.readAgain}
          </Button>
        </div>
      )}
      {step === 'read' && (
        <>
          <SuggestSummary />
          <WhoQuestion />
          <SuggestList />
        </>
      )}
      <SuggestionEditor />
    </section>
  );
}

function Reading({ text }: { readonly text: string }) {
  const words = useText().suggest;
  const format = useFormat();
  const count = text.split(/\s+/u).filter((word) => word !== '').length;
  return (
    <div className="suggest-part suggest-reading">
      <Spinner size={16} />
      <p role="status">{words.reading(format.number(count))}</p>
      <Button onPress={cancelReading} autoFocus>
        {words.cancel}
      </Button>
    </div>
  );
}

/** The panel takes the focus when it is asked to, and keeps it when what had it goes away. */
function useFocus(step: string) {
  const root = useRef<HTMLElement>(null);
  const focusNumber = useSuggest((state) => state.focusNumber);
  const taken = useRef(focusNumber);
  useEffect(() => {
    if (taken.current === focusNumber) return;
    const target =
      root.current?.querySelector<HTMLElement>('[data-first-focus], form input') ??
      root.current?.querySelector<HTMLElement>('[aria-current="true"]') ??
      root.current;
    target?.focus({ preventScroll: true });
    if (step === 'read' || step === 'asks-date') taken.current = focusNumber;
  }, [focusNumber, step]);
  return root;
}
