/**
 * A passage as a W3C Web Annotation (REC-annotation-model-20170223), for other programs: the words with
 * their surroundings, positions in Unicode code points, and the version of the text they count in. Pure.
 */
import type { Passage, TargetTable } from './records.ts';

type Motivation = 'highlighting' | 'identifying' | 'linking' | 'describing' | 'commenting';

export interface WebAnnotation {
  readonly '@context': readonly [string, Readonly<Record<string, string>>];
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: Motivation;
  readonly created: string;
  readonly modified: string;
  /** The record that the words lead to; left out where they lead nowhere. */
  readonly body?: {
    readonly type: 'SpecificResource';
    readonly source: string;
    readonly purpose: Motivation;
  };
  readonly target: {
    readonly type: 'SpecificResource';
    readonly source: string;
    /** Which version of the text: positions count in no other. */
    readonly state: {
      readonly type: 'State';
      readonly 'cairn:textSha256': string;
      /** True: the words are no longer in the text; only the quotation holds. */
      readonly 'cairn:lost': boolean;
    };
    readonly selector: readonly (
      | {
          readonly type: 'TextQuoteSelector';
          readonly exact: string;
          readonly prefix?: string;
          readonly suffix?: string;
        }
      | { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number }
    )[];
  };
}

const motivations: { readonly [T in TargetTable]: Motivation } = {
  actor: 'identifying',
  place: 'identifying',
  incident: 'linking',
  claim: 'describing',
  link: 'describing',
  source: 'linking',
  passage: 'commenting',
};

const urn = (id: string): string => `urn:uuid:${id}`;

export function webAnnotation(passage: Passage): WebAnnotation {
  const { target_table: table, target_id: target } = passage;
  const motivation = table === null ? 'highlighting' : motivations[table];
  return {
    '@context': ['http://www.w3.org/ns/anno.jsonld', { cairn: 'https://cairn.invalid/ns#' }],
    id: urn(passage.id),
    type: 'Annotation',
    motivation,
    created: passage.created_at,
    modified: passage.updated_at,
    ...(target === null
      ? {}
      : { body: { type: 'SpecificResource', source: urn(target), purpose: motivation } }),
    target: {
      type: 'SpecificResource',
      source: urn(passage.source_id),
      state: {
        type: 'State',
        'cairn:textSha256': passage.text_sha256,
        'cairn:lost': passage.is_lost,
      },
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: passage.exact,
          ...(passage.prefix === '' ? {} : { prefix: passage.prefix }),
          ...(passage.suffix === '' ? {} : { suffix: passage.suffix }),
        },
        // a position in a text that no longer holds the words would point at others
        ...(passage.is_lost
          ? []
          : [{ type: 'TextPositionSelector' as const, start: passage.start, end: passage.end }]),
      ],
    },
  };
}
