/** Holds the one open case of the engine: opens the new one before it lets go of the old. */
import { existsSync } from 'node:fs';
import type { EventPayload } from '../../shared/contract/contract.ts';
import type { Author, OpenedCase } from '../../shared/contract/control.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { newId } from '../../shared/lib/ids.ts';
import { caseState } from '../services/case-state.ts';
import { closeCase, createCase, openCase } from '../services/cases.ts';
import { fillSample, sampleTitle } from '../services/sample.ts';
import type { CaseSession } from '../services/session.ts';

type Changed = (change: EventPayload<'case/changed'>) => void;
/** More ids than this are not listed: the stores read everything again anyway. */
const mostIds = 200;

export class CaseHolder {
  readonly #changed: Changed;
  readonly #changedIds: (ids: readonly string[], revision: number, isWhole: boolean) => void;
  #author: Author = { id: newId(), name: 'Analyst', initials: 'AN' };
  #session: CaseSession | undefined;

  /** `changedIds` gets every id, `changed` a short list for the stores. */
  constructor(
    changed: Changed,
    changedIds: (ids: readonly string[], revision: number, isWhole: boolean) => void = () =>
      undefined,
  ) {
    this.#changed = changed;
    this.#changedIds = changedIds;
  }

  /** Throws `case/none-open`. */
  session(): CaseSession {
    if (!this.#session) throw new AppError('case/none-open', 'No case is open. Open or make one.');
    return this.#session;
  }

  /** Path of the database file that is open: of a read-only case its private copy. */
  openFile(): string | undefined {
    return this.#session?.db.name;
  }

  author(): Author {
    return this.#author;
  }

  setAuthor(author: Author): void {
    this.#author = author;
    if (this.#session) this.#session.author = author;
  }

  /** Throws the `case/*` codes; the case that was open stays open then. */
  open(path: string): OpenedCase {
    if (this.#session?.path === path) return this.#opened();
    return this.#take(openCase(path, this.#options()));
  }

  create(path: string, title: string): OpenedCase {
    return this.#take(createCase(path, { title }, this.#options()));
  }

  openSample(path: string, which: 'djibo' | 'training'): OpenedCase {
    if (existsSync(path)) return this.open(path);
    const invented = which === 'training';
    const session = createCase(path, { title: sampleTitle(which), invented }, this.#options());
    try {
      fillSample(session, which);
    } catch (error) {
      closeCase(session);
      throw error;
    }
    return this.#take(session);
  }

  close(): void {
    if (this.#session) closeCase(this.#session);
    this.#session = undefined;
  }

  #options() {
    return {
      author: this.#author,
      changed: (
        topics: EventPayload<'case/changed'>['topics'],
        ids: readonly string[],
        revision: number,
        isWhole: boolean,
      ) => {
        // first those that sweep: what the stores ask next must find them told
        this.#changedIds(ids, revision, isWhole);
        const isListed = !isWhole && ids.length <= mostIds;
        this.#changed({ topics, ids: isListed ? [...ids] : [], revision });
      },
    };
  }

  #take(session: CaseSession): OpenedCase {
    this.close();
    this.#session = session;
    return this.#opened();
  }

  #opened(): OpenedCase {
    const session = this.session();
    const { title, tlp, isReadOnly } = caseState(session);
    return { path: session.path, title, tlp, isReadOnly };
  }
}
