import { useState } from 'react';
import type { Op } from '../../../../shared/contract/record-calls.ts';
import { fold } from '../../../../shared/lib/fold.ts';
import { newId } from '../../../../shared/lib/ids.ts';
import { call } from '../../../api/client.ts';
import { PlaceField } from '../../../map-kit/place-field.tsx';
import { placeFields, placeSteps } from '../../../map-kit/place-ops.ts';
import type { PlaceValue } from '../../../map-kit/place-value.ts';
import { valueOfHit } from '../../../map-kit/place-words.ts';
import { FormDialog } from '../../../record-kit/form-dialog.tsx';
import { IncidentPicker } from '../../../record-kit/pickers.tsx';
import { useSave } from '../../../record-kit/use-save.ts';
import { notifyError } from '../../../state/app-store.ts';
import { useRead } from '../../../state/use-changes.ts';
import { useLang, useText } from '../../../text/index.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import type { MarkSeat } from './mark-seat.ts';
import { passageOp, sentenceOf, wordsOf } from './quote.ts';
import { QuoteBlock } from './quote-block.tsx';

const uses = ['mention', 'incident', 'claim'] as const;
type Use = (typeof uses)[number];

interface Props extends MarkSeat {
  readonly incidentId: string | undefined;
}

/** A place named by the marked words, and whether it says where an incident was. */
export function PlaceMark(props: Props) {
  const lang = useLang();
  const words = wordsOf(props.marked);
  const read = useRead(() => placeNamed(words, lang), [words, lang], []);
  if (read.isLoading) return null;
  return <PlaceMarkForm {...props} match={read.value ?? null} />;
}

interface FormProps extends Props {
  /** The one place of just this name; the analyst may choose another. */
  readonly match: PlaceValue | null;
}

function PlaceMarkForm({ marked, match, incidentId: given, onClose, onDone }: FormProps) {
  const words = useText().sources.marking;
  const saving = useSave();
  const [place, setPlace] = useState<PlaceValue | null>(match);
  const [use, setUse] = useState<Use>('mention');
  const [incidentId, setIncidentId] = useState(given);
  const [wasTried, setWasTried] = useState(false);
  const isNamed = place !== null && place.name !== '';
  const needsIncident = use !== 'mention' && incidentId === undefined;

  async function save() {
    setWasTried(true);
    if (!isNamed || needsIncident) return;
    const ops = await placeOps(place, use === 'mention' ? undefined : incidentId);
    if (await saving.save(ops)) onDone({});
  }

  async function placeOps(chosen: PlaceValue, incident: string | undefined): Promise<Op[]> {
    const { ops, id } = placeSteps(chosen, newId());
    if (id === null) return [];
    const steps: Op[] = [...ops, passageOp(marked, newId(), { table: 'place', id })];
    if (incident === undefined) return steps;
    if (use === 'claim') {
      const claimId = newId();
      const values = {
        incident_id: incident,
        source_id: marked.source.id,
        kind: 'place',
        statement: sentenceOf(marked),
        value: chosen.name,
        tlp: marked.source.tlp,
      };
      steps.push({ do: 'create', table: 'claim', id: claimId, values });
      steps.push(passageOp(marked, newId(), { table: 'claim', id: claimId }));
      return steps;
    }
    const { rev } = await call('record/get', { table: 'incident', id: incident });
    const patch = { ...placeFields(chosen, id), place_words: wordsOf(marked).slice(0, 500) };
    steps.push({ do: 'update', table: 'incident', id: incident, patch, rev: String(rev) });
    return steps;
  }

  return (
    <FormDialog
      title={words.titles.place}
      size="m"
      saving={saving}
      saveLabel={words.save}
      isDirty={place !== match}
      onSave={() => void save().catch(notifyError)}
      onClose={onClose}
    >
      <QuoteBlock {...marked} />
      <div className="form-dialog-wide">
        <PlaceField
          label={words.place}
          isRequired
          autoFocus
          value={place}
          onChange={setPlace}
          startText={match === null ? wordsOf(marked) : undefined}
          errorMessage={wasTried && !isNamed ? words.placeNeeded : undefined}
        />
      </div>
      <Segmented
        label={words.use}
        value={use}
        options={uses.map((value) => ({ value, label: words.uses[value] }))}
        onChange={setUse}
        className="form-dialog-wide"
      />
      {use !== 'mention' && (
        <IncidentPicker
          label={words.incident}
          isRequired
          value={incidentId}
          onChange={setIncidentId}
          errorMessage={wasTried && needsIncident ? words.incidentNeeded : undefined}
          className="form-dialog-wide"
        />
      )}
    </FormDialog>
  );
}

/** Namesakes are left to the analyst: nothing is chosen where several places bear the name. */
async function placeNamed(words: string, lang: string): Promise<PlaceValue | null> {
  if (words.length < 2) return null;
  const hits = await call('place/search', { text: words.slice(0, 200), lang, limit: 12 });
  const same = hits.filter((hit) =>
    [hit.name, hit.matched].some((name) => name !== null && fold(name) === fold(words)),
  );
  const [only] = same;
  return only !== undefined && same.length === 1 ? valueOfHit(only) : null;
}
