import type { ReactNode } from 'react';
import { useText } from '../../text/index.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { ExtraMark } from './reader-layout.ts';
import { showSideTab, sideTabs, useSideTab } from './side-tab.ts';
import type { Looked } from './source-reader.tsx';

/** What reads the text for the analyst: a panel beside the text, and marks in it. */
export interface SuggestionSeat {
  readonly panel: ReactNode;
  /** Suggestions still to be decided on, beside the tab's name. */
  readonly count: number | undefined;
  readonly marks: readonly ExtraMark[];
  readonly currentMark: Looked | undefined;
  readonly onMark: (id: string) => void;
  readonly isReading: boolean;
  /** Reads the text. */
  readonly onRead: () => void;
}

interface Props {
  readonly record: ReactNode;
  readonly passages: ReactNode;
  readonly passageCount: number;
  readonly suggestions: SuggestionSeat | undefined;
}

/** The panels beside the text. */
export function SidePanel({ record, passages, passageCount, suggestions }: Props) {
  const words = useText().sources.side;
  const wanted = useSideTab();
  const selected = wanted === 'suggestions' && suggestions === undefined ? 'record' : wanted;
  return (
    <Tabs
      label={words.label}
      selected={selected}
      onSelect={(id) => showSideTab(sideTabs.find((tab) => tab === id) ?? 'record')}
      tabs={[
        { id: 'record', label: words.record, content: record },
        { id: 'passages', label: words.passages, count: passageCount, content: passages },
        ...(suggestions === undefined
          ? []
          : [
              {
                id: 'suggestions',
                label: words.suggestions,
                count: suggestions.count,
                content: suggestions.panel,
              },
            ]),
      ]}
    />
  );
}
