import './same-panel.css';
import type { IncidentDossier } from '../../../shared/contract/read-calls.ts';
import { edtfWords } from '../../../shared/text/date-words.ts';
import { call } from '../../api/client.ts';
import { TextButton } from '../../record-kit/record-link.tsx';
import { open } from '../../state/app-store.ts';
import { askSame } from '../../state/same-store.ts';
import { useRead } from '../../state/use-changes.ts';
import { useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';

const topics = ['incidents', 'claims', 'links', 'actors', 'sources', 'places'] as const;

/** What this incident may be told a second time as, and what was merged into it. */
export function SamePanel({ dossier }: { readonly dossier: IncidentDossier }) {
  const t = useText().same;
  const { incident, merged } = dossier;
  const { value } = useRead(
    () => call('same/candidates', { id: incident.id }),
    [incident.id],
    topics,
  );
  const candidates = value ?? [];
  if (candidates.length === 0 && merged.length === 0) return null;
  return (
    <Section
      title={t.panel.title}
      count={candidates.length}
      actions={
        candidates.length === 0 ? null : (
          <Button variant="quiet" onPress={() => askSame({ what: 'one', id: incident.id })}>
            {t.panel.compareAll}
          </Button>
        )
      }
    >
      <ul className="same-panel">
        {candidates.map(({ incident: other, score, isLinked }) => (
          <li key={other.id}>
            <TextButton onPress={() => askSame({ what: 'pair', a: incident.id, b: other.id })}>
              <span className="u-visually-hidden">{t.panel.compareWith('')}</span>
              <bdi>{other.title}</bdi>
            </TextButton>
            <SameLineWords dateEdtf={other.dateEdtf} place={other.place} />
            <span className="same-panel-band">
              {isLinked ? t.decisions.possibly : `${t.bands[score.band]} (${score.score})`}
            </span>
          </li>
        ))}
      </ul>
      {merged.length === 0 ? null : (
        <p className="u-soft">
          {t.panel.merged(merged.length)} <bdi>{merged.map(({ title }) => title).join('; ')}</bdi>
        </p>
      )}
    </Section>
  );
}

/** Day and place of an incident, as the line under its title. */
export function SameLineWords(props: {
  readonly dateEdtf: string | null;
  readonly place: string | null;
}) {
  const lang = useLang();
  return (
    <span className="u-soft">
      {edtfWords(props.dateEdtf, lang)}
      {props.place === null ? null : (
        <>
          {' · '}
          <bdi>{props.place}</bdi>
        </>
      )}
    </span>
  );
}

/** A merged incident leads to the one that was kept. */
export function MergedInto({
  kept,
}: {
  readonly kept: { readonly id: string; readonly title: string };
}) {
  const t = useText().same.panel;
  return (
    <Notice
      tone="info"
      actions={<Button onPress={() => void open('incident', kept.id)}>{t.openKept}</Button>}
    >
      {t.mergedInto} <bdi>{kept.title}</bdi>
    </Notice>
  );
}
