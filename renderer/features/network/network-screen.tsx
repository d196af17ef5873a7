// Actors and incidents of the filter and what ties them: a picture, the same as a list, and details.
import './network.css';
import { List, RefreshCw, Square } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type NetworkMode, networkModes } from '../../../shared/contract/network-calls.ts';
import { open, setLayout, useApp, useLayout } from '../../state/app-store.ts';
import { getIncidents, select, setFilter } from '../../state/incidents-store.ts';
import { layoutFlag, layoutNumber } from '../../state/layout.ts';
import { errorWords } from '../../text/error-words.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton, ToggleIconButton } from '../../ui/icon-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { Toolbar, ToolbarSpacer } from '../../ui/toolbar.tsx';
import { Details } from './details.tsx';
import { ExportChoice } from './export-choice.tsx';
import { Legend } from './legend.tsx';
import { NodeList } from './node-list.tsx';
import { paletteOf } from './palette.ts';
import { Picture } from './picture.tsx';
import { PeriodChoice, TiesChoice } from './ties-choice.tsx';
import { choose, useChoices } from './use-choices.ts';
import { useLayoutJob } from './use-layout-job.ts';
import { useNetwork, useWays, type WayEnds } from './use-network.ts';
import { WaysPanel } from './ways-panel.tsx';

interface Named {
  readonly id: string;
  readonly name: string;
}

const fewestShown = 20;
const mostShown = 5000;

export function NetworkScreen() {
  const text = useText();
  const t = text.network;
  const f = useFormat();
  const palette = paletteOf(useApp((state) => state.theme));
  const choices = useChoices();
  const hasList = useLayout((layout) => layoutFlag(layout, 'network.list', true));
  const listWidth = useLayout((layout) => layoutNumber(layout, 'network.listWidth', 220, 700, 320));
  const [selectedId, setSelectedId] = useState<string>();
  const [wayFrom, setWayFrom] = useState<Named>();
  const [ends, setEnds] = useState<WayEnds>();
  const [round, setRound] = useState(0);
  const ways = useWays(ends, choices);
  const wayIds = ways.value?.actors.map(({ id }) => id) ?? [];
  const read = useNetwork(choices, wayIds);
  const last = useRef(read);
  // what was drawn stays while the next answer is on its way
  if (read.model !== undefined) last.current = read;
  const { model, value } = last.current;
  const question = JSON.stringify([read.filter, choices.mode, choices.roles, choices.relations]);
  const job = useLayoutJob(model, choices.pins, question, round);
  const measures = job.model === model ? job.measures : undefined;
  const selected = selectedId === undefined ? undefined : model?.at.get(selectedId);
  const wayKey = wayIds.join();
  const way = useMemo(
    () => new Set(wayKey.split(',').flatMap((id) => model?.at.get(id) ?? [])),
    [wayKey, model],
  );
  useEffect(() => {
    if (ways.error !== undefined) setEnds(undefined);
  }, [ways.error]);

  const nodeOf = (at: number) => model?.nodes[at];
  const onSelect = (at: number | undefined) => {
    const node = at === undefined ? undefined : nodeOf(at);
    setSelectedId(node?.id);
    if (node?.kind === 'incident') select(node.id);
  };
  const onOpen = (at: number) => {
    const node = nodeOf(at);
    if (node !== undefined) void open(node.kind, node.id);
  };
  const onExpand = (at: number) => {
    const id = nodeOf(at)?.id ?? '';
    const others = choices.expanded.filter((one) => one !== id);
    choose('expanded', others.length < choices.expanded.length ? others : [...others, id]);
  };
  const onHide = (at: number) => {
    const id = nodeOf(at)?.id;
    if (id === undefined) return;
    choose('hidden', new Set([...choices.hidden, id]));
    if (id === selectedId) setSelectedId(undefined);
  };
  const onPin = (at: number, place: readonly [number, number]) => {
    const id = nodeOf(at)?.id;
    if (id !== undefined) choose('pins', { ...choices.pins, [id]: place });
  };
  const onTogglePin = (at: number) => {
    const id = nodeOf(at)?.id ?? '';
    const { [id]: pinned, ...others } = choices.pins;
    if (pinned !== undefined) choose('pins', others);
    else if (job.places) onPin(at, [job.places.x[at] ?? 0, job.places.y[at] ?? 0]);
  };
  const onOnly = (at: number) => {
    const id = nodeOf(at)?.id;
    if (id === undefined) return;
    const { filter } = getIncidents();
    setFilter({ ...filter, actors: [...(filter.actors ?? []), { id }] });
  };
  const show = (more: boolean) => {
    const step = (shown: number) =>
      Math.min(mostShown, Math.max(fewestShown, Math.round(more ? shown * 2 : shown / 2)));
    choose('actors', step(choices.actors));
    if (choices.mode === 'incidents') choose('incidents', step(choices.incidents));
  };

  const { nodes, edges } = model ?? { nodes: [], edges: [] };
  const actorsShown = nodes.filter(({ kind }) => kind === 'actor').length;
  const hasMore =
    value !== undefined &&
    choices.actors < mostShown &&
    (value.actorsInAll > actorsShown + choices.hidden.size ||
      (choices.mode === 'incidents' && value.incidentsInAll > choices.incidents));
  const nameOf = (id: string) => ways.value?.actors.find((one) => one.id === id)?.name ?? '';
  const goToNode = (id: string) => {
    const at = model?.at.get(id);
    if (at !== undefined) onSelect(at);
  };
  const actions = { onSelect, onOpen, onExpand, onHide, onTogglePin };

  return (
    <section className="network" aria-label={t.title}>
      <h1 className="u-visually-hidden">{t.title}</h1>
      <Toolbar label={t.title}>
        <Segmented<NetworkMode>
          {...{ label: t.mode, isLabelHidden: true, value: choices.mode }}
          options={networkModes.map((mode) => ({ value: mode, label: t.modes[mode] }))}
          onChange={(mode) => choose('mode', mode)}
        />
        <TiesChoice choices={choices} />
        <PeriodChoice />
        <Button isDisabled={!hasMore} onPress={() => show(true)}>
          {t.more}
        </Button>
        <Button isDisabled={choices.actors <= fewestShown} onPress={() => show(false)}>
          {t.fewer}
        </Button>
        {read.isLoading ? <Spinner label={t.loading} size={12} /> : null}
        <ToolbarSpacer />
        {choices.hidden.size > 0 ? (
          <Button onPress={() => choose('hidden', new Set())}>
            {t.hidden(f.number(choices.hidden.size))}
          </Button>
        ) : null}
        {choices.expanded.length > 0 ? (
          <Button onPress={() => choose('expanded', [])}>{t.collapseAll}</Button>
        ) : null}
        {Object.keys(choices.pins).length > 0 ? (
          <Button onPress={() => choose('pins', {})}>{t.unpinAll}</Button>
        ) : null}
        {job.progress === undefined ? (
          <IconButton
            {...{ label: t.layoutAgain, isDisabled: nodes.length === 0 }}
            icon={<RefreshCw size={14} aria-hidden="true" />}
            onPress={() => setRound((before) => before + 1)}
          />
        ) : (
          <>
            <span className="network-soft u-tabular">
              {t.layingOut(`${Math.round(job.progress * 100)} %`)}
            </span>
            <IconButton
              {...{ label: t.stop, onPress: job.stop }}
              icon={<Square size={12} aria-hidden="true" />}
            />
          </>
        )}
        {job.model !== undefined && job.places !== undefined && nodes.length > 0 ? (
          <ExportChoice
            {...{ choices, also: wayIds, model: job.model, places: job.places }}
            measures={job.measures}
          />
        ) : null}
        <ToggleIconButton
          {...{ label: t.showList, isSelected: hasList }}
          icon={<List size={14} aria-hidden="true" />}
          onChange={(isOn) => setLayout('network.list', isOn)}
        />
      </Toolbar>
      {read.error ? (
        <Notice tone="bad" title={errorWords(text, read.error).title}>
          {errorWords(text, read.error).next}
        </Notice>
      ) : null}
      <div className="network-body">
        <SplitPane
          {...{ sized: 'second', size: listWidth, min: 220, max: 700, label: t.resizeList }}
          onSizeChange={(next) => setLayout('network.listWidth', next)}
          isCollapsed={!hasList}
          first={
            <div className="network-main">
              {model !== undefined && nodes.length === 0 ? (
                <EmptyState title={t.nothing}>{t.nothingNext}</EmptyState>
              ) : null}
              {job.model !== undefined && job.places !== undefined && job.model.nodes.length > 0 ? (
                <Picture
                  {...{ model: job.model, places: job.places, measures: job.measures, palette }}
                  {...{ selected, way, pins: choices.pins, onPin, ...actions }}
                  fitKey={`${question} ${round}`}
                />
              ) : null}
              {model !== undefined && nodes.length > 0 ? (
                <Legend {...{ model, measures, palette }} />
              ) : null}
            </div>
          }
          second={
            <div className="network-side">
              {value === undefined || model === undefined ? null : (
                <p className="network-counts u-tabular" role="status">
                  {t.actorsShown(f.number(actorsShown), f.number(value.actorsInAll))}
                  {choices.mode === 'incidents'
                    ? ` · ${t.incidentsShown(f.number(nodes.length - actorsShown), f.number(value.incidentsInAll))}`
                    : ''}
                  {` · ${t.edgesShown(f.number(edges.length), f.number(Math.max(edges.length, choices.hidden.size > 0 ? 0 : value.edgesInAll)))}`}
                </p>
              )}
              {ends !== undefined ? (
                ways.value === undefined ? (
                  <Spinner label={t.waysRead} />
                ) : (
                  <WaysPanel
                    {...{ ways: ways.value, from: wayFrom?.name ?? '', to: nameOf(ends.to) }}
                    onActor={goToNode}
                    onIncident={(id) => void open('incident', id)}
                    onClose={() => setEnds(undefined)}
                  />
                )
              ) : null}
              {model === undefined ? null : (
                <>
                  <NodeList {...{ model, measures, palette, selected, onSelect, onOpen }} />
                  <Details
                    {...{ model, measures, selected, total: value?.total ?? 0, wayFrom, onOnly }}
                    {...actions}
                    isExpanded={selectedId !== undefined && choices.expanded.includes(selectedId)}
                    isPinned={selectedId !== undefined && choices.pins[selectedId] !== undefined}
                    onWayFrom={(at) => {
                      setEnds(undefined);
                      setWayFrom(at === undefined ? undefined : nodeOf(at));
                    }}
                    onWayTo={(at) => {
                      const to = nodeOf(at)?.id;
                      if (wayFrom !== undefined && to !== undefined) {
                        setEnds({ from: wayFrom.id, to });
                      }
                    }}
                  />
                </>
              )}
            </div>
          }
        />
      </div>
    </section>
  );
}
