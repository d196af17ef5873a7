// The actor among those it is tied to: a small picture, and the same as a list that leads to each.
import './ego-network.css';
import type { ActorDossier } from '../../../shared/contract/read-calls.ts';
import { roleWords } from '../../../shared/text/index.ts';
import { call } from '../../api/client.ts';
import { ErrorNotice } from '../../record-kit/error-notice.tsx';
import { RecordLink } from '../../record-kit/record-link.tsx';
import { goTo } from '../../state/app-store.ts';
import { setFilter } from '../../state/incidents-store.ts';
import { useRead } from '../../state/use-changes.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { type Ego, egoOf, type Neighbour, ring } from './ego.ts';

/** More names around a middle cannot be read. */
const mostNeighbours = 12;
const size = { width: 560, height: 260 } as const;

/** Reads the actors of its incidents, and those it is related to without any. */
function useEgo({ actor, relations }: ActorDossier) {
  const also = relations
    .filter(({ other }) => other.table === 'actor')
    .map(({ other }) => other.id);
  return useRead(
    async () => {
      const network = await call('network/graph', {
        filter: { actors: [{ id: actor.id }] },
        ...{ asker: 'dossier', mode: 'actors', actors: 3 * mostNeighbours },
        also: [...new Set([actor.id, ...also])].slice(0, 500),
      });
      return egoOf(network, actor.id, mostNeighbours);
    },
    [actor.id, also.join()],
    ['incidents', 'actors', 'links'],
  );
}

export function EgoNetwork({ dossier }: { readonly dossier: ActorDossier }) {
  const t = useText().actors.ego;
  const { actor } = dossier;
  const { value, error } = useEgo(dossier);
  const hasTies = value !== undefined && value.neighbours.length > 0;
  return (
    <Section title={t.title} count={value?.neighbours.length ?? 0}>
      <ErrorNotice error={error} />
      {value !== undefined && !hasTies ? (
        <EmptyState size="s" title={t.none}>
          {t.noneNext}
        </EmptyState>
      ) : null}
      {hasTies ? (
        <>
          <EgoPicture name={actor.name} ego={value} />
          <NeighbourList neighbours={value.neighbours} />
          <Button
            onPress={() => {
              setFilter({ actors: [{ id: actor.id, words: actor.name.slice(0, 200) }] });
              goTo('network');
            }}
          >
            {t.openNetwork}
          </Button>
        </>
      ) : null}
    </Section>
  );
}

function EgoPicture({ name, ego }: { readonly name: string; readonly ego: Ego }) {
  const { neighbours, between } = ego;
  const places = ring(neighbours.length, 120, 96);
  const most = Math.max(1, ...neighbours.map(({ shared }) => shared));
  const thick = (shared: number) => 1 + (5 * shared) / most;
  const short = (text: string) => (text.length > 24 ? `${text.slice(0, 23)}…` : text);
  return (
    <svg
      className="ego-picture"
      viewBox={`${-size.width / 2} ${-size.height / 2} ${size.width} ${size.height}`}
      aria-hidden="true"
    >
      {between.map(({ a, b }) => {
        const [from, to] = [places[a], places[b]];
        return from === undefined || to === undefined ? null : (
          <line
            key={`${a} ${b}`}
            className="ego-between"
            {...{ x1: from.x, y1: from.y, x2: to.x, y2: to.y }}
          />
        );
      })}
      {neighbours.map(({ id, shared, against, inDoubt }, at) => {
        const { x, y } = places[at] ?? { x: 0, y: 0 };
        const isAgainst = against > shared / 2;
        const isDoubtful = shared > 0 && inDoubt >= shared;
        const kind = shared === 0 ? 'is-relation' : isAgainst ? 'is-against' : '';
        return (
          <line
            key={id}
            className={`ego-tie ${kind}`}
            {...{ x1: 0, y1: 0, x2: x, y2: y, strokeWidth: thick(shared) }}
            strokeDasharray={isDoubtful || shared === 0 ? '5 4' : undefined}
          />
        );
      })}
      {neighbours.map(({ id, name: other }, at) => {
        const { x, y } = places[at] ?? { x: 0, y: 0 };
        const isLeft = x < -1;
        const isMiddle = Math.abs(x) <= 1;
        return (
          <g key={id}>
            <circle className="ego-node" cx={x} cy={y} r={5} />
            <text
              x={isMiddle ? x : x + (isLeft ? -9 : 9)}
              y={isMiddle ? y + (y < 0 ? -10 : 20) : y + 4}
              textAnchor={isMiddle ? 'middle' : isLeft ? 'end' : 'start'}
            >
              {short(other)}
            </text>
          </g>
        );
      })}
      <circle className="ego-self" r={8} />
      <text className="ego-name" y={24} textAnchor="middle">
        {short(name)}
      </text>
    </svg>
  );
}

function NeighbourList({ neighbours }: { readonly neighbours: readonly Neighbour[] }) {
  const t = useText().actors.ego;
  return (
    <ul className="ego-list" aria-label={t.list}>
      {neighbours.map((neighbour) => (
        <li key={neighbour.id}>
          <RecordLink table="actor" id={neighbour.id}>
            <bdi>{neighbour.name}</bdi>
          </RecordLink>
          <span>
            <TieWords neighbour={neighbour} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function TieWords({ neighbour }: { readonly neighbour: Neighbour }) {
  const t = useText().actors.ego;
  const n = useText().network;
  const f = useFormat();
  const lang = useLang();
  const { shared, against, inDoubt, relations } = neighbour;
  const parts = [
    ...(shared > 0 ? [n.together(f.number(shared), shared === 1)] : []),
    ...(against > 0 ? [n.against(f.number(against))] : []),
    ...(inDoubt > 0 ? [t.inDoubt(f.number(inDoubt))] : []),
    ...relations.map(({ role, isFrom }) => roleWords('actor-actor', role, isFrom, lang)),
  ];
  return parts.join(' · ');
}
