/** What a case says in the part that files of other formats carry, for comparing before and after. */
import { ExportSource } from '../../electron/services/export/export-source.ts';
import { carriedOf } from '../../shared/export/carried.ts';
import type { TemporaryCase } from './case-builder.ts';

/** What an incident says, without ids, totals and places of the case, which a file cannot carry. */
export function said(of: Pick<TemporaryCase, 'session'>) {
  return [...new ExportSource(of.session.db, { what: 'case' }, 'RED').pages()]
    .flatMap(({ incidents: all }) => all)
    .map((whole) => {
      const {
        id: _,
        external_key: _key,
        totals: _totals,
        place,
        invented: _inv,
        ...rest
      } = carriedOf(whole);
      const actor = <T extends { id: string } | null>(who: T) => who && { ...who, id: '' };
      return {
        ...rest,
        place: null,
        place_words: place?.name ?? rest.place_words,
        actors: rest.actors.map(actor),
        // a claim without a source is one of the file; one without words says only that
        claims: rest.claims
          .filter(({ statement, tolls }) => statement !== '' || tolls.length > 0)
          .map(({ source, claimant, ...told }) => ({
            ...told,
            source: source && { ...source, id: '' },
            claimant: actor(claimant),
          })),
        tags: [...rest.tags].sort(),
      };
    })
    .sort((a, b) => a.title.localeCompare(b.title));
}
