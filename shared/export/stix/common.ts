/** What every object of STIX 2.1 (OASIS, 2021) has, and the objects that only stand for Cairn and TLP. */
import type { RecordMeta } from '../../domain/records.ts';
import { type TlpLabel, tlpLabels } from '../../domain/vocabulary.ts';
import { stableId } from '../stable-id.ts';

export type StixObject = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly id: string;
};

/** Of the TLP 2.0 objects that OASIS publishes; TLP allows no others. */
export const tlpMarkings: { readonly [L in TlpLabel]: string } = {
  CLEAR: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  GREEN: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  AMBER: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'AMBER+STRICT': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  RED: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
};
export const tlpExtension = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';
/** The Incident Core extension of OASIS: what a bare incident of STIX 2.1 lacks. */
export const incidentCore = 'extension-definition--ef765651-680c-498d-9894-99799f2fa126';

/** Stands for this program; who made a record is not told to others. */
export const cairnIdentity = `identity--${stableId('identity', 'cairn')}`;
export const cairnExtension = `extension-definition--${stableId('extension', 'cairn')}`;

const made = '2026-11-26T00:00:00.000Z';

export function stixId(type: string, id: string): string {
  return `${type}--${stableId(type, id)}`;
}

/** Stamps of versions have exactly three digits behind the second (§3.2); ours have more or fewer. */
export function versionStamp(stamp: string): string {
  return stamp.replace(
    /(?:\.(\d+))?Z$/,
    (_, digits: string = '') => `.${digits.padEnd(3, '0').slice(0, 3)}Z`,
  );
}

/** Common properties of an object made of a record. */
export function common(
  type: string,
  record: Pick<RecordMeta, 'id' | 'created_at' | 'updated_at' | 'tlp'>,
  name = record.id,
) {
  return {
    type,
    spec_version: '2.1',
    id: stixId(type, name),
    created_by_ref: cairnIdentity,
    created: versionStamp(record.created_at),
    // a clock that ran backwards once would make the object invalid
    modified: versionStamp([record.created_at, record.updated_at].sort().at(-1) ?? ''),
    object_marking_refs: [tlpMarkings[record.tlp]],
  };
}

/** Our own part of an object, under our extension definition. */
export function withCairn(values: Readonly<Record<string, unknown>>) {
  return { [cairnExtension]: { extension_type: 'property-extension', ...values } };
}

/** Two names are those of catalogues and stand beside numbers of theirs only, as OASIS checks it. */
export function sourceName(title: string): string {
  return title === 'cve' || title === 'capec' ? title.toUpperCase() : title;
}

/** Drops what is absent: STIX knows neither null nor empty lists. */
export function present(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}

const tlpValues: { readonly [L in TlpLabel]: string } = {
  CLEAR: 'clear',
  GREEN: 'green',
  AMBER: 'amber',
  'AMBER+STRICT': 'amber+strict',
  RED: 'red',
};

/** What every bundle of ours begins with. */
export function preamble(): StixObject[] {
  return [
    ...tlpLabels.map((label) => ({
      type: 'marking-definition',
      spec_version: '2.1',
      id: tlpMarkings[label],
      created: '2022-10-01T00:00:00.000Z',
      name: `TLP:${label}`,
      extensions: {
        [tlpExtension]: { extension_type: 'property-extension', tlp_2_0: tlpValues[label] },
      },
    })),
    {
      ...{ type: 'identity', spec_version: '2.1', id: cairnIdentity, created: made },
      ...{ modified: made, name: 'Cairn', identity_class: 'system' },
    },
    {
      ...{ type: 'extension-definition', spec_version: '2.1', id: cairnExtension },
      ...{ created_by_ref: cairnIdentity, created: made, modified: made },
      name: 'Cairn records',
      description:
        'What an analyst recorded in Cairn and STIX has no place for: uncertain dates (EDTF), precision of places, tolls by claim, ratings, roles.',
      schema: 'https://cairn.invalid/stix/cairn-records-1.json',
      version: '1.0.0',
      extension_types: ['property-extension'],
    },
  ];
}

/** Confidence words as STIX counts them (appendix A, None/Low/Med/High). */
export const confidenceNumbers = { low: 15, moderate: 50, high: 85 } as const;
/** Credibility 1–5 as STIX counts the Admiralty scale; 6, "cannot be judged", is no number. */
export const credibilityNumbers: Readonly<Record<number, number>> = {
  1: 90,
  2: 70,
  3: 50,
  4: 30,
  5: 10,
};
