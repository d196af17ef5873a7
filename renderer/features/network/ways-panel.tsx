// The shortest ways between two actors: each way, and what ties each step of it.
import { X } from 'lucide-react';
import type { CallResult } from '../../../shared/contract/contract.ts';
import { edtfWords } from '../../../shared/text/date-words.ts';
import { roleWords } from '../../../shared/text/index.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { IconButton } from '../../ui/icon-button.tsx';

type Ways = CallResult<'network/paths'>;

interface Props {
  readonly ways: Ways;
  readonly from: string;
  readonly to: string;
  readonly onActor: (id: string) => void;
  readonly onIncident: (id: string) => void;
  readonly onClose: () => void;
}

export function WaysPanel({ ways, from, to, onActor, onIncident, onClose }: Props) {
  const t = useText().network;
  const ui = useText().ui;
  const f = useFormat();
  const lang = useLang();
  const steps = (ways.ways[0]?.length ?? 1) - 1;
  const stepOf = (a: number, b: number) => ways.steps.find((step) => step.a === a && step.b === b);
  return (
    <section className="network-ways" aria-label={t.ways(from, to)}>
      <div className="network-ways-head">
        <h2>{t.ways(from, to)}</h2>
        <IconButton
          {...{ label: ui.close, onPress: onClose }}
          icon={<X size={14} aria-hidden="true" />}
        />
      </div>
      <p className="network-soft">
        {ways.ways.length === 0
          ? t.wayNone
          : steps === 1
            ? t.wayDirect
            : t.wayCount(f.number(ways.ways.length), f.number(steps), ways.ways.length === 1)}
        {ways.isCut ? ` ${t.wayCut(f.number(ways.ways.length))}` : ''}
      </p>
      <ol>
        {ways.ways.map((way) => (
          <li key={way.join()}>
            {way.map((at, n) => {
              const actor = ways.actors[at];
              const step = n === 0 ? undefined : stepOf(way[n - 1] ?? -1, at);
              return (
                <div key={at}>
                  {step === undefined ? null : (
                    <div className="network-step">
                      {step.relations.length > 0 ? (
                        <span>
                          {step.relations
                            .map(({ role, isFrom }) => roleWords('actor-actor', role, isFrom, lang))
                            .join(', ')}
                        </span>
                      ) : null}
                      {step.count > 0 ? (
                        <span>
                          {t.together(f.number(step.count), step.count === 1)}
                          {step.count > step.incidents.length
                            ? ` (${t.latest(f.number(step.incidents.length))})`
                            : ''}
                        </span>
                      ) : null}
                      <ul>
                        {step.incidents.map(({ id, title, date }) => (
                          <li key={id}>
                            <button type="button" onClick={() => onIncident(id)}>
                              <bdi>{title}</bdi>
                            </button>{' '}
                            <span className="network-soft">
                              {date === null ? '' : edtfWords(date, lang)}
                            </span>
                          </li>
                        ))}
                      </ul>
                    </div>
                  )}
                  <button
                    type="button"
                    className="network-way-actor"
                    onClick={() => onActor(actor?.id ?? '')}
                  >
                    <bdi>{actor?.name}</bdi>
                  </button>
                </div>
              );
            })}
          </li>
        ))}
      </ol>
    </section>
  );
}
