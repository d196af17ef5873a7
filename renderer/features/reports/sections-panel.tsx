import { ChevronDown, ChevronUp, Pencil, Plus } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { inOrder, type ReportEdits } from '../../../shared/report/edits.ts';
import type { KnownToll } from '../../../shared/report/wording/known-tolls.ts';
import type { Lang } from '../../../shared/text/lang.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Section } from '../../ui/section.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { NumberedSource } from './editor/lookup.ts';
import { moved, type ReportSection, withoutText, withShown, withText } from './section-changes.ts';
import { SectionTextDialog } from './section-text-dialog.tsx';

interface Props {
  readonly sections: readonly ReportSection[];
  readonly edits: ReportEdits;
  readonly lang: Lang;
  /** Figures that the wording is checked against. */
  readonly tolls: readonly KnownToll[] | undefined;
  /** Sources of the report as built. */
  readonly sources: readonly NumberedSource[];
  /** What the report is about, where that is one incident. */
  readonly incidentId: string | undefined;
  readonly onChange: (edits: ReportEdits) => void;
}

/** Sections of the report: left out, moved (also by Alt and an arrow), written anew, added. */
export function SectionsPanel(props: Props) {
  const { sections, edits, lang, onChange } = props;
  const t = useText().reports.sections;
  // what was pressed shows at once, also while the report is built anew
  const lines = inOrder(sections, edits.order).map((section) => ({
    ...section,
    isShown: !section.canHide || !edits.hidden.includes(section.key),
  }));
  const [writing, setWriting] = useState<ReportSection | 'new'>();
  if (sections.length === 0) return null;
  return (
    <Section title={t.title} defaultExpanded={false}>
      <ol className="reports-sections">
        {lines.map((section, index) => (
          <Line
            key={section.key}
            section={section}
            isFirst={index === 0}
            isLast={index === lines.length - 1}
            onShown={(isShown) => onChange(withShown(edits, section.key, isShown))}
            onMove={(step) => onChange(moved(edits, lines, section.key, step))}
            onWrite={() => setWriting(section)}
          />
        ))}
      </ol>
      <Button
        variant="quiet"
        icon={<Plus size={14} aria-hidden="true" />}
        onPress={() => setWriting('new')}
      >
        {t.add}
      </Button>
      {writing === undefined ? null : (
        <SectionTextDialog
          section={writing === 'new' ? undefined : writing}
          lang={lang}
          taken={sections.map((section) => section.key)}
          tolls={props.tolls}
          sources={props.sources}
          incidentId={props.incidentId}
          onSave={(key, text) => {
            onChange(withText(edits, key, text));
            setWriting(undefined);
          }}
          onReset={(key) => {
            onChange(withoutText(edits, key));
            setWriting(undefined);
          }}
          onClose={() => setWriting(undefined)}
        />
      )}
    </Section>
  );
}

interface LineProps {
  readonly section: ReportSection;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onShown: (isShown: boolean) => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onWrite: () => void;
}

function Line({ section, isFirst, isLast, onShown, onMove, onWrite }: LineProps) {
  const t = useText().reports.sections;
  const name = section.key;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className="reports-section" onKeyDownCapture={onKeyDown}>
      <Switch isSelected={section.isShown} isDisabled={!section.canHide} onChange={onShown}>
        <bdi>{name}</bdi>
        {section.isEdited ? <span className="u-soft"> · {t.edited}</span> : null}
      </Switch>
      <span className="reports-section-actions">
        {section.text === null ? null : (
          <IconButton
            icon={<Pencil size={13} aria-hidden="true" />}
            label={t.write(name)}
            onPress={onWrite}
          />
        )}
        <IconButton
          icon={<ChevronUp size={14} aria-hidden="true" />}
          label={t.up(name)}
          isDisabled={isFirst}
          onPress={() => onMove(-1)}
        />
        <IconButton
          icon={<ChevronDown size={14} aria-hidden="true" />}
          label={t.down(name)}
          isDisabled={isLast}
          onPress={() => onMove(1)}
        />
      </span>
    </li>
  );
}
