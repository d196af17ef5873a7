// The passages of a source in the order of its text, each with what it leads to; lost ones apart.
import { MoreHorizontal } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { PassageView } from '../../../../shared/contract/passage-views.ts';
import type { TextSelectors } from '../../../../shared/domain/passage.ts';
import type { Source } from '../../../../shared/domain/records.ts';
import { SafeMarkdown } from '../../../record-kit/markdown.tsx';
import { RecordLink } from '../../../record-kit/record-link.tsx';
import { saveNow, useRemove } from '../../../record-kit/use-save.ts';
import { notify } from '../../../state/app-store.ts';
import { useText } from '../../../text/index.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MenuButton } from '../../../ui/menu.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import './passage-list.css';
import { passageFace } from './passage-face.ts';
import { PassageSign } from './passage-sign.tsx';

interface Props {
  readonly source: Source;
  readonly views: readonly PassageView[];
  readonly currentId: string | undefined;
  readonly canWrite: boolean;
  /** Words selected in the text now: where a passage can be put anew. */
  readonly selected: TextSelectors | undefined;
  readonly onShow: (passageId: string) => void;
}

export function PassageList(props: Props) {
  const { views, currentId } = props;
  const words = useText().sources.passages;
  const root = useRef<HTMLDivElement>(null);
  const lost = views.filter(({ passage }) => passage.is_lost);
  const placed = views.filter(({ passage }) => !passage.is_lost);
  useEffect(() => {
    if (currentId === undefined) return;
    const item = root.current?.querySelector(`[data-passage="${CSS.escape(currentId)}"]`);
    item?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);

  return (
    <div ref={root} className="passage-panel">
      {lost.length > 0 && (
        <Section title={words.lostTitle} count={lost.length}>
          <Notice tone="warn">{words.lostHelp}</Notice>
          <ol className="passage-list">
            {lost.map((view) => (
              <PassageItem key={view.passage.id} {...props} view={view} />
            ))}
          </ol>
        </Section>
      )}
      <Section title={words.title} count={placed.length}>
        {placed.length === 0 ? (
          <EmptyState size="s" title={words.none}>
            {words.noneNext}
          </EmptyState>
        ) : (
          <ol className="passage-list">
            {placed.map((view) => (
              <PassageItem key={view.passage.id} {...props} view={view} />
            ))}
          </ol>
        )}
      </Section>
    </div>
  );
}

interface ItemProps extends Props {
  readonly view: PassageView;
}

function PassageItem({ source, view, currentId, canWrite, selected, onShow }: ItemProps) {
  const t = useText();
  const words = t.sources.passages;
  const remove = useRemove();
  const { passage, kind, target, notes } = view;
  const face = passageFace(view, words);
  const open = target?.open;

  async function putAnew() {
    if (selected === undefined) return;
    const patch = { ...selected, text_sha256: source.text_sha256 ?? '', is_lost: false };
    const { id, rev } = passage;
    if (await saveNow([{ do: 'update', table: 'passage', id, patch, rev }])) {
      notify({ text: words.putAnew(selected.exact.slice(0, 60)) });
      onShow(id);
    }
  }

  return (
    <li
      className="passage-item"
      data-passage={passage.id}
      data-current={passage.id === currentId || undefined}
    >
      <PassageSign kind={kind} />
      <div className="passage-item-body">
        <Button
          className="passage-item-quote"
          isDisabled={passage.is_lost}
          onPress={() => onShow(passage.id)}
        >
          <span className="u-visually-hidden">{words.kinds[kind]}: </span>
          <q dir="auto">{passage.exact}</q>
        </Button>
        {target !== null && (
          <div className="passage-item-target">
            {target.label !== open?.label && <p dir="auto">{target.label}</p>}
            {open && (
              <RecordLink table={open.table} id={open.id}>
                <bdi>{open.label}</bdi>
              </RecordLink>
            )}
          </div>
        )}
        {notes.map(({ note }) => (
          <div key={note.id} className="passage-item-note">
            <SafeMarkdown text={note.body} />
          </div>
        ))}
      </div>
      <MenuButton
        label={words.actionsOf(face.label)}
        isLabelHidden
        icon={<MoreHorizontal size={14} aria-hidden />}
        isDisabled={!canWrite}
        entries={[
          {
            id: 'anchor',
            label: selected === undefined ? words.anchorFirst : words.anchor,
            isDisabled: selected === undefined,
          },
          { id: 'remove', label: words.remove, isDanger: true },
        ]}
        onAction={(action) => {
          if (action === 'anchor') void putAnew();
          else void remove('passage', passage.id, words.removed(passage.exact.slice(0, 60)));
        }}
      />
    </li>
  );
}
