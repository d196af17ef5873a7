// Where a record is named in the sources: each passage in its sentence, gone through one after the other.
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Mention } from '../../shared/contract/reader-calls.ts';
import { call } from '../api/client.ts';
import { startTour } from '../state/mention-tour.ts';
import { useRead } from '../state/use-changes.ts';
import { useText } from '../text/index.tsx';
import { Chip } from '../ui/chip.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Section } from '../ui/section.tsx';
import { EdtfText } from './edtf-text.tsx';
import { ErrorNotice } from './error-notice.tsx';
import './mentions-panel.css';
import { TextButton } from './record-link.tsx';

interface Props {
  readonly table: 'actor' | 'incident' | 'place';
  readonly id: string;
  readonly name: string;
  /** Nothing at all is shown while there is no mention. */
  readonly isHiddenEmpty?: boolean | undefined;
}

/** Mentions shown before "show all". */
const first = 12;

export function MentionsPanel({ table, id, name, isHiddenEmpty = false }: Props) {
  const words = useText().records.mentions;
  const [showsAll, setShowsAll] = useState(false);
  const read = useRead(
    () => call('mention/list', { table, id }),
    [table, id],
    ['sources', 'claims', 'links'],
  );
  const mentions = read.value ?? [];
  const stops = mentions.map(({ passage, source }) => ({
    sourceId: source.id,
    passageId: passage.id,
  }));
  if (isHiddenEmpty && mentions.length === 0) return null;
  const shown = showsAll ? mentions : mentions.slice(0, first);
  return (
    <Section title={words.title} count={mentions.length}>
      <ErrorNotice error={read.error} />
      {read.value !== undefined && mentions.length === 0 && (
        <EmptyState size="s" title={words.none}>
          {words.noneNext}
        </EmptyState>
      )}
      {mentions.length > 0 && (
        <ol className="mentions">
          {shown.map((mention, at) => (
            <li key={mention.passage.id}>
              <MentionItem mention={mention} onOpen={() => startTour(name, stops, at)} />
            </li>
          ))}
        </ol>
      )}
      {shown.length < mentions.length && (
        <TextButton onPress={() => setShowsAll(true)}>{words.showAll(mentions.length)}</TextButton>
      )}
    </Section>
  );
}

interface ItemProps {
  readonly mention: Mention;
  readonly onOpen: () => void;
}

function MentionItem({ mention, onOpen }: ItemProps) {
  const words = useText().records.mentions;
  const { passage, source, role, before, after } = mention;
  return (
    <Button className="mention" onPress={onOpen}>
      <span className="mention-words" dir="auto" lang={source.language ?? undefined}>
        {before}
        <mark>{passage.exact}</mark>
        {after}
      </span>
      <span className="mention-source">
        {role !== 'mention' && <Chip>{words.roles[role]}</Chip>}
        {passage.is_lost && <Chip tone="warn">{words.lost}</Chip>}
        <bdi>{source.title}</bdi>
        {source.publisher !== null && (
          <>
            {' · '}
            <bdi>{source.publisher}</bdi>
          </>
        )}
        {source.published !== null && (
          <>
            {' · '}
            <EdtfText edtf={source.published} />
          </>
        )}
      </span>
    </Button>
  );
}
