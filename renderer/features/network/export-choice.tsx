// Writes the network to a file: picture or graph, under a highest label.
import { useState } from 'react';
import { filterUnder } from '../../../shared/domain/filter.ts';
import { compareTlp, tlpText } from '../../../shared/domain/tlp.ts';
import type { TlpLabel } from '../../../shared/domain/vocabulary.ts';
import type { Places } from '../../../shared/network/graph-files.ts';
import { gexfOf, graphmlOf } from '../../../shared/network/graph-files.ts';
import { modelOf, type NetModel } from '../../../shared/network/model.ts';
import { call } from '../../api/client.ts';
import { TlpField } from '../../record-kit/tlp-field.tsx';
import { useSavePicture } from '../../record-kit/use-save-picture.ts';
import { useCase } from '../../state/case-store.ts';
import { getIncidents } from '../../state/incidents-store.ts';
import { useFormat, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { Select } from '../../ui/select.tsx';
import { drawing, pngOf } from './drawing.ts';
import { groupsOf } from './legend.tsx';
import type { Measures } from './measures.ts';
import { paletteOf } from './palette.ts';
import type { Choices } from './use-choices.ts';
import { askOf } from './use-network.ts';

interface Props {
  readonly choices: Choices;
  /** Actors on a way that is shown. */
  readonly also: readonly string[];
  readonly model: NetModel;
  readonly places: Places;
  readonly measures: Measures | undefined;
}

const forms = ['png', 'svg', 'graphml', 'gexf'] as const;
type Form = (typeof forms)[number];

/** What stands in one list by the position of a node, for the nodes of another. */
function carried<T>(from: NetModel, to: NetModel, of: (at: number) => T, none: T): T[] {
  return to.nodes.map(({ id }) => {
    const at = from.at.get(id);
    return at === undefined ? none : of(at);
  });
}

export function ExportChoice(props: Props) {
  const t = useText().network;
  return (
    <PopoverButton {...{ label: t.exporting, title: t.exportTitle, width: 340 }}>
      {(close) => <ExportForm {...props} onDone={close} />}
    </PopoverButton>
  );
}

function ExportForm({ onDone, ...props }: Props & { readonly onDone: () => void }) {
  const t = useText().network;
  const f = useFormat();
  const caseTlp = useCase((state) => state.caseState?.tlp ?? 'AMBER');
  const title = useCase((state) => state.caseState?.title ?? '');
  const [form, setForm] = useState<Form>('png');
  const [ceiling, setCeiling] = useState<TlpLabel>(caseTlp);
  const { isPending, save } = useSavePicture(t.saved, onDone);

  /** The network anew, without what is labelled above the ceiling; places and groups as on screen. */
  async function underCeiling() {
    const { filter } = getIncidents();
    const ask = askOf(filterUnder(filter, ceiling), props.choices, props.also);
    const network = await call('network/graph', { ...ask, asker: 'network-export' });
    const above = network.nodes.ids.filter(
      (_id, at) => compareTlp(network.nodes.tlp[at] ?? 'RED', ceiling) > 0,
    );
    const shown = new Set(props.model.at.keys());
    // what only another choice of incidents would bring is not on screen, so not in the file
    const outside = network.nodes.ids.filter((id) => !shown.has(id));
    const hidden = new Set([...props.choices.hidden, ...above, ...outside]);
    const model = modelOf(network, hidden);
    const { model: before, places, measures } = props;
    const list = (of: Float32Array) => carried(before, model, (at) => of[at] ?? 0, 0);
    return {
      ...{ model, total: network.total },
      places: {
        x: Float32Array.from(list(places.x)),
        y: Float32Array.from(list(places.y)),
      },
      measures: measures && {
        group: Uint16Array.from(carried(before, model, (at) => measures.group[at] ?? 0, 0)),
        between: Float32Array.from(list(measures.between)),
        cut: Uint32Array.from(carried(before, model, (at) => measures.cut[at] ?? 0, 0)),
      },
    };
  }

  async function bytesOf(): Promise<Uint8Array<ArrayBuffer>> {
    const { model, places, measures, total } = await underCeiling();
    const day = new Date().toISOString().slice(0, 10);
    const label = tlpText(ceiling);
    const facts = { title, label, day };
    if (form === 'graphml' || form === 'gexf') {
      const write = form === 'graphml' ? graphmlOf : gexfOf;
      return new TextEncoder().encode(write(model, places, measures, facts));
    }
    const palette = paletteOf('light');
    const { groups } = groupsOf(model, measures, palette);
    const actors = model.nodes.filter(({ kind }) => kind === 'actor').length;
    const svg = drawing(model, places, measures, palette, {
      ...{ title: `${title} – ${t.title}`, label },
      foot: t.pictureFoot(f.number(actors), f.number(total), f.day(day)),
      legend: [
        { standing: 'firm', words: t.legendTie },
        { standing: 'claimed', words: t.legendClaimed },
        { standing: 'denied', words: t.legendDenied },
      ],
      groups: groups.map(({ number, size, name }) => ({
        number,
        words: `${t.groupSize(f.number(number), f.number(size))} · ${name}`,
      })),
    });
    return form === 'svg' ? new TextEncoder().encode(svg) : pngOf(svg);
  }

  const run = () =>
    save({ purpose: `network-${form}`, name: `${title} ${t.title}`, bytes: bytesOf });

  return (
    <div className="network-choice">
      <Select<Form>
        {...{ label: t.format, value: form, onChange: setForm }}
        options={forms.map((value) => ({ value, label: t[value] }))}
      />
      <TlpField
        {...{ label: t.ceiling, description: t.ceilingHelp, value: ceiling, onChange: setCeiling }}
      />
      <Button variant="primary" isPending={isPending} onPress={() => void run()}>
        {t.write}
      </Button>
    </div>
  );
}
