/** What is exported and can be read back says the same afterwards, whatever stood in the case. */
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { act } from '../../electron/services/act.ts';
import { importRows } from '../../electron/services/bulk/import-rows.ts';
import { withIncidentFile } from '../../electron/services/bulk/incident-file.ts';
import { checkCase } from '../../electron/services/check.ts';
import { writeExport } from '../../electron/services/export/write-export.ts';
import { licensedIn } from '../../electron/services/licensed-rows.ts';
import { actorIncidentRoles, tlpLabels } from '../../shared/domain/vocabulary.ts';
import { exportEndings } from '../../shared/export/formats.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { baseOf, patchOf } from '../helpers/record-arbitraries.ts';
import { said } from '../helpers/said-of.ts';

/** Letters that XML, JSON or a spreadsheet would trip over. */
const title = fc
  .array(
    fc.constantFrom('<b>', ' & ', ']]>', '"', 'é', 'جيبو', '=1+1', '\\', '😀', '_x0041_', 'x'),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join('').trim());

const tlp = fc.constantFrom(...tlpLabels);
const role = fc.constantFrom(...actorIncidentRoles);

const drafts = fc.array(
  fc.record({
    title,
    incident: patchOf('incident'),
    point: fc.option(
      fc.record({
        latitude: fc.double({ min: -89, max: 89, noNaN: true }),
        longitude: fc.double({ min: -179, max: 179, noNaN: true }),
      }),
    ),
    claims: fc.array(
      fc.record({
        statement: title,
        credibility: fc.integer({ min: 1, max: 6 }),
        killed: fc.nat(9),
        tlp,
      }),
      { maxLength: 2 },
    ),
    note: fc.option(fc.record({ body: title, tlp })),
    actors: fc.uniqueArray(
      fc.record({ name: fc.constantFrom('JNIM; Katiba (nord)', 'Volontaires', '=FDS'), role, tlp }),
      { maxLength: 2, selector: ({ name }) => name },
    ),
    key: fc.constantFrom(null, 'ACLED:XYZ', 'GTD:2020', 'UCDP:12'),
  }),
  { minLength: 1, maxLength: 9 },
);
type Drafts = typeof drafts extends fc.Arbitrary<infer T> ? T : never;

function fill({ session }: TemporaryCase, all: Drafts): void {
  act(session, { kind: 'create', title: 'All' }, (tx) => {
    const source = tx.insert('source', { ...baseOf('source'), title: 'Radio <Colline>' });
    const actors = new Map<string, string>();
    for (const [at, draft] of all.entries()) {
      const { title: name, incident, point, claims, note, key } = draft;
      const { id } = tx.insert('incident', {
        ...{ ...baseOf('incident'), ...incident, title: `${at} ${name}` },
        ...{ ...(point ?? {}), disorder_type: null },
        // each key of a data set once
        external_key: key && `${key}${at}`,
      });
      for (const party of draft.actors) {
        const { name: called, role: part } = party;
        // an actor has the label of the first tie
        const actor = actors.get(called) ?? tx.insert('actor', { name: called, tlp: party.tlp }).id;
        actors.set(called, actor);
        const ends = { kind: 'actor-incident', from_id: actor, to_id: id } as const;
        tx.insert('link', { ...ends, role: part, note: called, tlp: party.tlp });
      }
      for (const { killed, ...told } of claims) {
        const values = { ...told, kind: 'toll', incident_id: id, source_id: source.id } as const;
        const claim = tx.insert('claim', values);
        tx.insert('toll', {
          ...{ claim_id: claim.id, party: 'unknown', outcome: 'killed', words: null },
          ...{ low: killed, high: killed, qualifier: 'exact', tlp: told.tlp },
        });
      }
      if (note === null) continue;
      const target = { target_table: 'incident', target_id: id } as const;
      tx.insert('note', { ...target, kind: 'comment', ...note });
    }
  });
}

const licensed = ({ session }: TemporaryCase) => licensedIn(session.db, { what: 'case' }, 'RED');

test.each(['csv', 'xlsx', 'geojson', 'kml', 'stix', 'misp'] as const)(
  '%s of any case comes back equal',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(drafts, async (all) => {
        const [from, to] = [temporaryCase(), temporaryCase()];
        try {
          fill(from, all);
          const path = join(from.folder, `x.${exportEndings[format]}`);
          const selection = { what: 'case' as const };
          const request = { format, selection, tlpMax: 'RED' as const, withMark: false };
          await writeExport(from.session, path, request);
          const result = await withIncidentFile(path, {}, ({ feed, mapping }) =>
            importRows(to.session, feed(mapping, to.session.db)),
          );
          expect(result).toMatchObject({ added: all.length, failed: 0, warnings: 0 });
          expect(said(to)).toEqual(said(from));
          expect(licensed(to)).toEqual(licensed(from));
          expect(checkCase(to.session).problems).toEqual([]);
        } finally {
          from.close();
          to.close();
        }
      }),
      { numRuns: 8 },
    );
  },
);
