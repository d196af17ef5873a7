import './same-panel.css';
import { CopyCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { SameCandidate, SameDraft } from '../../../shared/contract/same-calls.ts';
import { isValidEdtf } from '../../../shared/domain/edtf.ts';
import { call } from '../../api/client.ts';
import { TextButton } from '../../record-kit/record-link.tsx';
import { revealIncident } from '../../state/incidents-store.ts';
import { useText } from '../../text/index.tsx';
import { useIncidentEditor } from './editor-store.ts';
import type { IncidentForm } from './form-values.ts';
import { SameLineWords } from './same-panel.tsx';

/** Milliseconds of rest before the case is looked through. */
const restMs = 500;
const shown = 3;

/** What of a form can be compared; undefined while neither date nor place is known. */
export function draftOf(form: IncidentForm): SameDraft | undefined {
  const date = form.date !== null && isValidEdtf(form.date) ? form.date : null;
  const { place } = form;
  const placeWords = form.placeWords.trim();
  if (date === null && place === null && placeWords === '') return undefined;
  return {
    title: form.title.slice(0, 500),
    date_edtf: date,
    time_words: form.timeWords.trim() === '' ? null : form.timeWords.trim().slice(0, 500),
    place_id: place?.placeId ?? null,
    place_words: placeWords === '' ? (place?.name ?? null) : placeWords.slice(0, 500),
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    geo_level: place?.level ?? 'unknown',
    radius_m: place?.radiusM ?? null,
    country: place?.country ?? null,
    event_type: form.eventType,
    sub_event_type: form.subEventType,
    targets: [...form.targets],
    actors: [],
  };
}

/** While a new incident is written down: a quiet line when the case holds one like it. */
export function SameDraftLine() {
  const t = useText().same;
  const mode = useIncidentEditor((state) => state.mode);
  const form = useIncidentEditor((state) => state.form);
  const [found, setFound] = useState<readonly SameCandidate[]>([]);
  const key = mode === 'new' ? JSON.stringify(draftOf(form) ?? null) : 'null';
  useEffect(() => {
    const draft = JSON.parse(key) as SameDraft | null;
    let isCurrent = true;
    const look = async () => {
      try {
        const answer = draft === null ? [] : await call('same/candidates', { draft });
        if (isCurrent) setFound(answer);
      } catch {
        // a help while writing: the form works without it
        if (isCurrent) setFound([]);
      }
    };
    const timer = setTimeout(() => void look(), draft === null ? 0 : restMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key]);
  if (found.length === 0) return null;
  return (
    <div className="same-draft" role="status">
      <CopyCheck size={14} aria-hidden="true" />
      <div>
        <p>{t.draft(found.length)}</p>
        <ul className="same-panel">
          {found.slice(0, shown).map(({ incident }) => (
            <li key={incident.id}>
              <TextButton onPress={() => void revealIncident(incident.id)}>
                <bdi>{incident.title}</bdi>
              </TextButton>
              <SameLineWords dateEdtf={incident.dateEdtf} place={incident.place} />
            </li>
          ))}
        </ul>
        {found.length > shown ? <p className="u-soft">{t.andMore(found.length - shown)}</p> : null}
      </div>
    </div>
  );
}
