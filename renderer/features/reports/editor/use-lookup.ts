import type { Node } from 'prosemirror-model';
import { useEffect, useMemo, useState } from 'react';
import type { Reference } from '../../../../shared/report/references.ts';
import { reportText } from '../../../../shared/report/report-text.ts';
import type { Lang } from '../../../../shared/text/lang.ts';
import { call } from '../../../api/client.ts';
import { useRead } from '../../../state/use-changes.ts';
import { useText } from '../../../text/index.tsx';
import { createLookup, type KnownReference, type Lookup, type NumberedSource } from './lookup.ts';
import { referenceOf } from './schema.ts';

const none: readonly KnownReference[] = [];

interface Looked {
  readonly lookup: Lookup;
  /** What the case says of the references in the text. */
  readonly known: readonly KnownReference[];
}

/** Names and numbers of the references in a document, read again as the case changes. */
export function useLookup(
  lang: Lang,
  sources: readonly NumberedSource[],
): Looked & {
  readonly follow: (document: Node) => void;
} {
  const t = useText().reports.editor;
  const [lookup] = useState(() => {
    const { linkGone, claimWithdrawn, claimUnsourced, sourceGone } = reportText(lang);
    const { unnumbered, markOf, replaced, unknown } = t;
    return createLookup({
      ...{ linkGone, claimWithdrawn, claimUnsourced, sourceGone },
      ...{ unnumbered, markOf, replaced, unknown },
    });
  });
  const [asked, setAsked] = useState('');
  const { value } = useRead(
    async () => {
      const references: Reference[] = JSON.parse(asked === '' ? '[]' : asked);
      return { asked, known: await call('report/references', { references }) };
    },
    [asked],
    ['incidents', 'actors', 'sources', 'claims'],
  );
  const known = value?.known ?? none;
  useEffect(() => {
    if (value !== undefined) lookup.set(value.known, sources);
  }, [lookup, value, sources]);
  return useMemo(
    () => ({
      lookup,
      known,
      follow: (document) => setAsked(JSON.stringify(referencesOf(document))),
    }),
    [lookup, known],
  );
}

/** References of a document, each once. */
function referencesOf(document: Node): Reference[] {
  const found = new Map<string, Reference>();
  document.descendants((node) => {
    const reference = referenceOf(node);
    if (reference !== undefined) found.set(`${reference.table} ${reference.id}`, reference);
  });
  return [...found.values()];
}
