// What links and marks are shown as while the text is written: names of now, numbers of the report as built.
import type { CallResult } from '../../../../shared/contract/contract.ts';
import type { Reference } from '../../../../shared/report/references.ts';

export type KnownReference = CallResult<'report/references'>[number];

export interface NumberedSource {
  readonly number: number;
  readonly title: string;
  readonly sourceId: string | null;
}

export interface LookupWords {
  readonly linkGone: (name: string) => string;
  readonly claimWithdrawn: string;
  readonly claimUnsourced: string;
  readonly sourceGone: string;
  /** In place of a number that is given only when the report is built. */
  readonly unnumbered: string;
  readonly markOf: (name: string) => string;
  readonly replaced: string;
  readonly unknown: string;
}

export interface Shown {
  readonly text: string;
  /** What the pointer and assistive technology are told. */
  readonly says: string;
  readonly isGone: boolean;
}

/** Names and numbers, set anew as the case changes; views of nodes listen. */
export interface Lookup {
  readonly linkShown: (reference: Reference, written: string) => Shown;
  readonly markShown: (reference: Reference) => Shown;
  /** The source that has a number in the report as built. */
  readonly sourceOf: (number: number) => string | undefined;
  readonly set: (known: readonly KnownReference[], sources: readonly NumberedSource[]) => void;
  readonly listen: (listener: () => void) => () => void;
}

export function createLookup(words: LookupWords): Lookup {
  let states = new Map<string, KnownReference>();
  let sources: readonly NumberedSource[] = [];
  let hasRead = false;
  const listeners = new Set<() => void>();
  const stateOf = ({ table, id }: Reference) => states.get(`${table} ${id}`);
  const numberOf = (sourceId: string | null) =>
    sources.find((source) => source.sourceId !== null && source.sourceId === sourceId);
  return {
    linkShown: (reference, written) => {
      const state = stateOf(reference);
      if (state === undefined) {
        return { text: written, says: hasRead ? words.unknown : written, isGone: hasRead };
      }
      const text = state.isGone ? words.linkGone(state.name) : state.name;
      return { text, says: text, isGone: state.isGone };
    },
    markShown: (reference) => {
      const state = stateOf(reference);
      // one put in a moment ago, or a source that only the report as built has named
      const listed = reference.table === 'source' ? numberOf(reference.id) : undefined;
      if (state === undefined && listed !== undefined) {
        return { text: `[${listed.number}]`, says: words.markOf(listed.title), isGone: false };
      }
      if (state === undefined) {
        const text = `[${hasRead ? words.sourceGone : words.unnumbered}]`;
        return { text, says: hasRead ? words.unknown : '', isGone: hasRead };
      }
      const isSource = reference.table === 'source';
      const gone = isSource ? words.sourceGone : words.claimWithdrawn;
      if (state.isGone) return { text: `[${gone}]`, says: state.name, isGone: true };
      if (state.sourceId === null) {
        return { text: `[${words.claimUnsourced}]`, says: state.name, isGone: true };
      }
      const number = numberOf(state.sourceId)?.number;
      const says = words.markOf(state.name);
      return {
        text: `[${number ?? words.unnumbered}]`,
        says: state.isReplaced ? `${says} ${words.replaced}` : says,
        isGone: false,
      };
    },
    sourceOf: (number) => sources.find((source) => source.number === number)?.sourceId ?? undefined,
    set: (known, numbered) => {
      states = new Map(known.map((each) => [`${each.table} ${each.id}`, each]));
      sources = numbered;
      hasRead = true;
      for (const listener of listeners) listener();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
