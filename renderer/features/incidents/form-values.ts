// The incident form: its values from a record, and steps to save from its values. Pure.
import type { IncidentDossier } from '../../../shared/contract/read-calls.ts';
import type { Op } from '../../../shared/contract/record-calls.ts';
import { disorderOf } from '../../../shared/domain/disorder-type.ts';
import { isValidEdtf } from '../../../shared/domain/edtf.ts';
import type {
  ConfidenceLevel,
  IncidentStatus,
  ReviewState,
  TlpLabel,
} from '../../../shared/domain/vocabulary.ts';
import { placeFields, placeSteps } from '../../map-kit/place-ops.ts';
import type { PlaceValue } from '../../map-kit/place-value.ts';

export interface IncidentForm {
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  readonly eventType: string | null;
  readonly subEventType: string | null;
  readonly targets: readonly string[];
  /** EDTF; text that is none while something unreadable is typed. */
  readonly date: string | null;
  readonly dateWords: string;
  readonly timeWords: string;
  readonly place: PlaceValue | null;
  readonly placeWords: string;
  readonly status: IncidentStatus;
  readonly statusWhy: string;
  readonly confidence: ConfidenceLevel | null;
  readonly review: ReviewState;
  readonly tlp: TlpLabel;
}

export type FormField = keyof IncidentForm;
export type FormProblems = { readonly [F in FormField]?: string };

export function emptyForm(tlp: TlpLabel): IncidentForm {
  return {
    title: '',
    summary: '',
    eventType: null,
    subEventType: null,
    targets: [],
    date: null,
    dateWords: '',
    timeWords: '',
    place: null,
    placeWords: '',
    status: 'reported',
    statusWhy: '',
    confidence: null,
    review: 'draft',
    tlp,
  };
}

export function formFromDossier({ incident, place }: IncidentDossier): IncidentForm {
  return {
    title: incident.title,
    summary: incident.summary,
    eventType: incident.event_type,
    subEventType: incident.sub_event_type,
    targets: incident.targets,
    date: incident.date_edtf,
    dateWords: incident.date_words ?? '',
    timeWords: incident.time_words ?? '',
    place: placeOf(incident, place),
    placeWords: incident.place_words ?? '',
    status: incident.status,
    statusWhy: incident.status_why ?? '',
    confidence: incident.confidence,
    review: incident.review,
    tlp: incident.tlp,
  };
}

/** The incident's own point and precision, under the name of its place record where it has one. */
function placeOf(
  incident: IncidentDossier['incident'],
  place: IncidentDossier['place'],
): PlaceValue | null {
  const { latitude, longitude, geo_level: level, radius_m: radiusM } = incident;
  const hasArea = [incident.country, incident.admin1, incident.admin2].some(
    (part) => part !== null,
  );
  if (place === null && latitude === null && !hasArea) return null;
  return {
    placeId: place?.id ?? null,
    gazetteerId: place?.gazetteer_id ?? null,
    name: place?.name ?? '',
    kind: place?.kind ?? null,
    country: incident.country ?? place?.country ?? null,
    admin1: incident.admin1 ?? place?.admin1 ?? null,
    admin2: incident.admin2 ?? place?.admin2 ?? null,
    latitude,
    longitude,
    level,
    radiusM,
  };
}

export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export interface FormWords {
  readonly titleMissing: string;
  readonly tooLong: (limit: number) => string;
  readonly badDate: string;
}

/** What must be mended before saving, by field. */
export function problemsOf(form: IncidentForm, words: FormWords): FormProblems {
  const problems: { [F in FormField]?: string } = {};
  const limit = (field: FormField, text: string, most: number) => {
    if (text.length > most) problems[field] = words.tooLong(most);
  };
  limit('title', form.title, 500);
  limit('summary', form.summary, 200_000);
  limit('dateWords', form.dateWords, 500);
  limit('timeWords', form.timeWords, 500);
  limit('placeWords', form.placeWords, 500);
  limit('statusWhy', form.statusWhy, 500);
  if (form.title.trim() === '') problems.title = words.titleMissing;
  if (form.date !== null && !isValidEdtf(form.date)) problems.date = words.badDate;
  return problems;
}

function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

/** Fields of the incident record that follow from the form, but for the place. */
function plainFields(form: IncidentForm): Readonly<Record<string, unknown>> {
  return {
    title: form.title.trim(),
    summary: form.summary,
    event_type: form.eventType,
    sub_event_type: form.subEventType,
    disorder_type: disorderOf(form.eventType, form.subEventType),
    targets: [...new Set(form.targets)].toSorted(),
    date_edtf: form.date,
    date_words: orNull(form.dateWords),
    time_words: orNull(form.timeWords),
    place_words: orNull(form.placeWords),
    status: form.status,
    status_why: orNull(form.statusWhy),
    confidence: form.confidence,
    review: form.review,
    tlp: form.tlp,
  };
}

export interface FreshIds {
  readonly incident: string;
  readonly place: string;
}

/** Steps that record a new incident; the incident is the last one. */
export function createOps(form: IncidentForm, ids: FreshIds, isInvented: boolean): readonly Op[] {
  const place = placeSteps(form.place, ids.place);
  const values = {
    ...plainFields(form),
    ...placeFields(form.place, place.id),
    invented: isInvented,
  };
  return [...place.ops, { do: 'create', table: 'incident', id: ids.incident, values }];
}

/**
 * Steps that bring a record from `before` to `form`: only fields that differ. Empty when nothing does.
 * @param rev the revision the form was opened on; left out to save over whatever is stored now
 */
export function updateOps(
  before: IncidentForm,
  form: IncidentForm,
  record: { readonly id: string; readonly rev: string | undefined },
  freshPlace: string,
): readonly Op[] {
  const old = plainFields(before);
  const now = plainFields(form);
  const isSameType =
    before.eventType === form.eventType && before.subEventType === form.subEventType;
  const patch = Object.fromEntries(
    Object.entries(now).filter(
      ([field, value]) => !isSame(value, old[field]) && !(field === 'disorder_type' && isSameType),
    ),
  );
  const isMoved = !isSame(before.place, form.place);
  const place = isMoved ? placeSteps(form.place, freshPlace) : { ops: [], id: null };
  if (isMoved) Object.assign(patch, placeFields(form.place, place.id));
  if (Object.keys(patch).length === 0) return [];
  return [
    ...place.ops,
    {
      do: 'update',
      table: 'incident',
      id: record.id,
      patch,
      ...(record.rev === undefined ? {} : { rev: record.rev }),
    },
  ];
}

const fieldOf: Readonly<Record<string, FormField>> = {
  title: 'title',
  summary: 'summary',
  event_type: 'eventType',
  sub_event_type: 'subEventType',
  targets: 'targets',
  date_edtf: 'date',
  date_words: 'dateWords',
  time_words: 'timeWords',
  place_id: 'place',
  latitude: 'place',
  longitude: 'place',
  geo_level: 'place',
  radius_m: 'place',
  place_words: 'placeWords',
  status: 'status',
  status_why: 'statusWhy',
  confidence: 'confidence',
  review: 'review',
  tlp: 'tlp',
};

/** The engine's refusal by field of the form; a fault in the place's own record stands at the place. */
export function refusedFields(issues: unknown, steps: number): FormProblems {
  const problems: { [F in FormField]?: string } = {};
  if (!Array.isArray(issues)) return problems;
  for (const issue of issues as readonly unknown[]) {
    const { path, message } = (issue ?? {}) as {
      readonly path?: unknown;
      readonly message?: unknown;
    };
    if (!Array.isArray(path) || typeof message !== 'string') continue;
    const [step, field] = path as readonly unknown[];
    const known = step === steps - 1 ? fieldOf[String(field)] : 'place';
    if (known !== undefined) problems[known] = message;
  }
  return problems;
}
