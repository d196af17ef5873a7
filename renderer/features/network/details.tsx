// The chosen actor or incident: how it stands among the others in words, what can be done, its ties.

import {
  type NetEdge,
  type NetModel,
  otherEnd,
  standingOfEdge,
} from '../../../shared/network/model.ts';
import { edtfWords } from '../../../shared/text/date-words.ts';
import { codeLabel, labels, roleWords } from '../../../shared/text/index.ts';
import type { Lang } from '../../../shared/text/lang.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Measures } from './measures.ts';
import { standingWords } from './words.ts';

interface Props {
  readonly model: NetModel;
  readonly measures: Measures | undefined;
  readonly selected: number | undefined;
  /** Incidents of the filter. */
  readonly total: number;
  readonly isExpanded: boolean;
  readonly isPinned: boolean;
  /** The actor that ways are looked for from. */
  readonly wayFrom: { readonly id: string; readonly name: string } | undefined;
  readonly onSelect: (at: number) => void;
  readonly onOpen: (at: number) => void;
  readonly onExpand: (at: number) => void;
  readonly onHide: (at: number) => void;
  readonly onTogglePin: (at: number) => void;
  readonly onOnly: (at: number) => void;
  readonly onWayFrom: (at: number | undefined) => void;
  readonly onWayTo: (at: number) => void;
}

/** Ties listed; the picture has the rest. */
const mostListed = 60;

export function Details(props: Props) {
  const t = useText().network;
  const f = useFormat();
  const lang = useLang();
  const { model, measures, selected, total, wayFrom } = props;
  const node = selected === undefined ? undefined : model.nodes[selected];
  if (selected === undefined || node === undefined) {
    return (
      <EmptyState size="s" title={t.chooseOne}>
        {t.chooseOneNext}
      </EmptyState>
    );
  }
  const l = labels(lang);
  const said = standingWords(t, f.number, model, measures, selected, total);
  const kind =
    node.kind === 'actor'
      ? codeLabel(l.actorKinds, node.type ?? 'other')
      : [node.type && codeLabel(l.eventTypes, node.type), node.date && edtfWords(node.date, lang)]
          .filter((part) => part)
          .join(' · ');
  const ties = (model.edgesOf[selected] ?? []).flatMap((at) => model.edges[at] ?? []);
  const sorted = ties.toSorted((a, b) => b.weight - a.weight);
  const isActor = node.kind === 'actor';
  return (
    <section className="network-details" aria-label={node.name}>
      <h2>
        <bdi>{node.name}</bdi>
      </h2>
      <p className="network-soft">{kind}</p>
      <ul className="network-words">
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="network-soft">{t.amongShown}</p>
      <div className="network-actions">
        <Button variant="primary" onPress={() => props.onOpen(selected)}>
          {t.open}
        </Button>
        <Button onPress={() => props.onExpand(selected)}>
          {props.isExpanded ? t.collapse : t.expand}
        </Button>
        <Button onPress={() => props.onTogglePin(selected)}>
          {props.isPinned ? t.unpin : t.pin}
        </Button>
        <Button onPress={() => props.onHide(selected)}>{t.hide}</Button>
        {isActor ? (
          <>
            <Button onPress={() => props.onOnly(selected)}>{t.onlyThis}</Button>
            {wayFrom !== undefined && wayFrom.id !== node.id ? (
              <Button variant="primary" onPress={() => props.onWayTo(selected)}>
                {t.wayTo(wayFrom.name)}
              </Button>
            ) : null}
            <Button onPress={() => props.onWayFrom(wayFrom?.id === node.id ? undefined : selected)}>
              {wayFrom?.id === node.id ? t.wayCancel : t.wayFrom}
            </Button>
          </>
        ) : null}
      </div>
      {wayFrom?.id === node.id ? <p className="network-soft">{t.wayHint(node.name)}</p> : null}
      <h3>{t.tiesOf}</h3>
      <ul className="network-ties">
        {sorted.slice(0, mostListed).map((edge) => {
          const other = otherEnd(edge, selected);
          return (
            <li key={`${edge.kind} ${edge.from} ${edge.to} ${edge.roles.join()}`}>
              <button type="button" onClick={() => props.onSelect(other)}>
                <bdi>{model.nodes[other]?.name}</bdi>
              </button>
              <span className={`network-tie network-tie-${standingOfEdge(edge)}`}>
                {tieWords(edge, edge.from === selected, t, f.number, lang)}
              </span>
            </li>
          );
        })}
      </ul>
      {sorted.length > mostListed ? (
        <p className="network-soft">{t.moreTies(f.number(sorted.length - mostListed))}</p>
      ) : null}
    </section>
  );
}

/** What an edge says, seen from one of its ends. */
function tieWords(
  edge: NetEdge,
  isFrom: boolean,
  t: ReturnType<typeof useText>['network'],
  number: (value: number) => string,
  lang: Lang,
): string {
  if (edge.kind === 'together') {
    return [
      t.together(number(edge.weight), edge.weight === 1),
      ...(edge.against > 0 ? [t.against(number(edge.against))] : []),
      ...(edge.claimed > 0 ? [t.claimed(number(edge.claimed))] : []),
      ...(edge.denied > 0 ? [t.denied(number(edge.denied))] : []),
    ].join(' · ');
  }
  const kind = edge.kind === 'relation' ? 'actor-actor' : 'actor-incident';
  const [begin, end] = (edge.dates ?? '/').split('/');
  const dates = [begin, end].map((day) => (day ? edtfWords(day, lang) : ''));
  return [
    ...edge.roles.map((role) => roleWords(kind, role, isFrom, lang)),
    ...(edge.dates === null ? [] : [dates.join(' – ').trim()]),
    ...(edge.claimed > 0 ? [t.isClaimed] : []),
    ...(edge.denied > 0 ? [t.isDenied] : []),
  ].join(' · ');
}
