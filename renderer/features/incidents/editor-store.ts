// The form that is open in the inspector: its draft outlives the component, a failed save and a look at
// another screen. One form at a time.
import { create } from 'zustand';
import type { IncidentDossier } from '../../../shared/contract/read-calls.ts';
import type { Op } from '../../../shared/contract/record-calls.ts';
import type { AppError } from '../../../shared/lib/app-error.ts';
import { newId } from '../../../shared/lib/ids.ts';
import { asAppError, call } from '../../api/client.ts';
import { getApp, notify, notifyError } from '../../state/app-store.ts';
import { getCase } from '../../state/case-store.ts';
import { readList, revealIncident, select, setFilter } from '../../state/incidents-store.ts';
import { askSame, countLikely } from '../../state/same-store.ts';
import { catalogues } from '../../text/catalogue.ts';
import {
  createOps,
  emptyForm,
  type FormProblems,
  formFromDossier,
  type IncidentForm,
  isSame,
  problemsOf,
  refusedFields,
  updateOps,
} from './form-values.ts';

export interface EditorState {
  readonly mode: 'closed' | 'new' | 'edit';
  /** Record under change; that of the new one too. */
  readonly incidentId: string;
  /** Revision the form was opened on. */
  readonly rev: string;
  readonly before: IncidentForm;
  readonly form: IncidentForm;
  readonly problems: FormProblems;
  /** Why the last save was refused, but for problems of fields. */
  readonly refusal: AppError | undefined;
  readonly isSaving: boolean;
  /** Rises when the form should take the focus. */
  readonly focusNumber: number;
}

const blank = emptyForm('AMBER');
const closed: EditorState = {
  mode: 'closed',
  incidentId: '',
  rev: '',
  before: blank,
  form: blank,
  problems: {},
  refusal: undefined,
  isSaving: false,
  focusNumber: 0,
};

const store = create<EditorState>(() => closed);

export function useIncidentEditor<T>(selector: (state: EditorState) => T): T {
  return store(selector);
}

export function getEditor(): EditorState {
  return store.getState();
}

export function isDirty(state: EditorState): boolean {
  return state.mode !== 'closed' && !isSame(state.before, state.form);
}

/** Opens the empty form. */
export function startNew(): void {
  const form = emptyForm(getCase().caseState?.tlp ?? 'AMBER');
  store.setState(({ focusNumber }) => ({
    ...closed,
    mode: 'new',
    incidentId: newId(),
    before: form,
    form,
    focusNumber: focusNumber + 1,
  }));
}

/** Opens the form on a record as it was read. */
export function startEdit(dossier: IncidentDossier): void {
  const form = formFromDossier(dossier);
  store.setState(({ focusNumber }) => ({
    ...closed,
    mode: 'edit',
    incidentId: dossier.incident.id,
    rev: dossier.incident.rev,
    before: form,
    form,
    focusNumber: focusNumber + 1,
  }));
}

export function focusEditor(): void {
  store.setState(({ focusNumber }) => ({ focusNumber: focusNumber + 1 }));
}

export function closeEditor(): void {
  store.setState(({ focusNumber }) => ({ ...closed, focusNumber }));
}

/** Changes fields; their problems go until the next save. */
export function changeForm(patch: Partial<IncidentForm>): void {
  store.setState((state) => {
    const kept = Object.entries(state.problems).filter(([field]) => !(field in patch));
    return {
      form: { ...state.form, ...patch },
      problems: Object.fromEntries(kept) as FormProblems,
    };
  });
}

function steps(state: EditorState, isForced: boolean): readonly Op[] {
  const place = newId();
  if (state.mode === 'new') {
    const isInvented = getCase().caseState?.invented ?? false;
    return createOps(state.form, { incident: state.incidentId, place }, isInvented);
  }
  const record = { id: state.incidentId, rev: isForced ? undefined : state.rev };
  return updateOps(state.before, state.form, record, place);
}

/**
 * Saves the form as one step of history. Resolves to true when it was saved (or nothing differed); else
 * the form stays open with its problems.
 * @param isForced saves over what somebody else stored meanwhile
 */
export async function saveForm(isForced = false): Promise<boolean> {
  const state = store.getState();
  if (state.mode === 'closed' || state.isSaving) return false;
  const t = catalogues[getApp().lang].incidents.form;
  const problems = problemsOf(state.form, t);
  store.setState({ problems, refusal: undefined });
  if (Object.keys(problems).length > 0) return false;
  const ops = steps(state, isForced);
  if (ops.length === 0) {
    closeEditor();
    return true;
  }
  store.setState({ isSaving: true });
  try {
    await call('record/save', { ops: [...ops] });
  } catch (thrown) {
    const refusal = asAppError(thrown);
    const refused = refusedFields(refusal.details.issues, ops.length);
    const isField = refusal.code === 'input/invalid' && Object.keys(refused).length > 0;
    store.setState({ isSaving: false, problems: refused, refusal: isField ? undefined : refusal });
    return false;
  }
  closeEditor();
  if (state.mode === 'new') await showNew(state.incidentId);
  else notify({ text: t.saved });
  void tellLikely(state.incidentId);
  return true;
}

/** Says when what was just saved looks like something the case holds; nothing waits for it. */
async function tellLikely(id: string): Promise<void> {
  const t = catalogues[getApp().lang].same;
  const count = await countLikely(id);
  if (count === 0) return;
  notify({
    tone: 'info',
    text: t.notice(count),
    action: { label: t.command, run: () => askSame({ what: 'one', id }) },
  });
}

/** Selects the new record in the table; says so when the filter hides it there. */
async function showNew(id: string): Promise<void> {
  const t = catalogues[getApp().lang].incidents;
  select(id);
  try {
    await readList();
    if (await revealIncident(id)) notify({ text: t.form.created });
    else {
      notify({
        text: t.form.createdOutside,
        action: { label: t.empty.clearFilter, run: () => setFilter({}) },
      });
    }
  } catch (thrown) {
    notifyError(thrown);
  }
}

/** Drops the draft and opens the form on what is stored now. */
export async function takeStored(): Promise<void> {
  const { incidentId } = store.getState();
  try {
    startEdit(await call('incident/get', { id: incidentId }));
  } catch (thrown) {
    notifyError(thrown);
  }
}
