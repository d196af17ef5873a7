/**
 * Who is tied to whom over the incidents of a filter. Nodes and edges come as columns: item n of each
 * list belongs to node or edge n. A period in the filter also leaves out relations that are dated and
 * lie outside of it.
 */
import { z } from 'zod';
import { filterSchema } from '../domain/filter.ts';
import * as v from '../domain/vocabulary.ts';
import { idSchema } from '../lib/ids.ts';
import { engineCall } from './call.ts';
import { fileTokenSchema } from './exchange-calls.ts';

/** Actors tied by what they share, or actors with their incidents between them. */
export const networkModes = ['actors', 'incidents'] as const;
export type NetworkMode = (typeof networkModes)[number];
export const nodeKinds = ['actor', 'incident'] as const;
/** Two actors in the same incidents; an actor in an incident; a relation of two actors. */
export const edgeKinds = ['together', 'part', 'relation'] as const;
export type EdgeKind = (typeof edgeKinds)[number];
/** Heaviest edges that are sent; beyond it nothing can be told apart. */
export const mostEdges = 20_000;

const roles = z.array(z.enum(v.actorIncidentRoles)).max(v.actorIncidentRoles.length).default([]);
const relations = z
  .array(z.enum(v.actorActorRelations))
  .max(v.actorActorRelations.length)
  .default([...v.actorActorRelations]);

export const networkAskSchema = z.strictObject({
  filter: filterSchema,
  /** Part of the window that asks: its newer question cancels one that still waits. */
  asker: z.string().max(40).default('network'),
  mode: z.enum(networkModes),
  /** Actors with most incidents that are shown. */
  actors: z.number().int().min(1).max(5000).default(60),
  /** Incidents between them that are shown, those with most of the actors first, then the latest. */
  incidents: z.number().int().min(1).max(5000).default(200),
  /** Roles in incidents that count; empty: all. */
  roles,
  relations,
  /** Actors and incidents whose neighbours are shown as well. */
  expanded: z.array(idSchema).max(50).default([]),
  /** Actors shown whatever their number of incidents. */
  also: z.array(idSchema).max(500).default([]),
});
export type NetworkAsk = z.output<typeof networkAskSchema>;

const uint32 = z.instanceof(Uint32Array);
const uint8 = z.instanceof(Uint8Array);

export const networkSchema = z.strictObject({
  revision: z.number().int(),
  source: z.enum(['columns', 'sql']),
  /** Incidents of the filter; actors in them; incidents with at least one actor shown (0 in mode actors). */
  total: z.number().int(),
  actorsInAll: z.number().int(),
  incidentsInAll: z.number().int(),
  /** Edges between the nodes shown, of which the heaviest are sent. */
  edgesInAll: z.number().int(),
  nodes: z.strictObject({
    ids: z.array(z.string()),
    names: z.array(z.string()),
    /** Position in `nodeKinds`. */
    kinds: uint8,
    /** Kind of the actor, type of the incident. */
    types: z.array(z.string().nullable()),
    /** Incidents of the actor under the filter; actors of the incident. */
    counts: uint32,
    /** Date of the incident (EDTF). */
    dates: z.array(z.string().nullable()),
    tlp: z.array(z.enum(v.tlpLabels)),
  }),
  edges: z.strictObject({
    /** Positions of nodes; of a relation from and to as recorded. */
    from: uint32,
    to: uint32,
    /** Position in `edgeKinds`. */
    kinds: uint8,
    /** Incidents shared; 1 for others. */
    weights: uint32,
    /** Of these incidents, where one attacks the other. */
    against: uint32,
    /** Of the weight what is only claimed or alleged, and what is denied. */
    claimed: uint32,
    denied: uint32,
    /** Roles of the actor in the incident, or the relation, separated by spaces; empty for `together`. */
    roles: z.array(z.string()),
    /** Dates of the relation as recorded, from and to. */
    dates: z.array(z.string().nullable()),
  }),
});
export type Network = z.infer<typeof networkSchema>;

export const networkCalls = {
  'network/graph': engineCall(networkAskSchema, networkSchema),
  /** All shortest ways between two actors, over incidents of the filter and relations; at most 100. */
  'network/paths': engineCall(
    z.strictObject({
      filter: filterSchema,
      asker: z.string().max(40).default('network-paths'),
      roles,
      relations,
      from: idSchema,
      to: idSchema,
    }),
    z.strictObject({
      revision: z.number().int(),
      /** Each a list of positions in `actors`; empty when no way leads there. */
      ways: z.array(z.array(z.number().int())),
      isCut: z.boolean(),
      actors: z.array(z.strictObject({ id: idSchema, name: z.string() })),
      /** What ties two actors that stand beside each other in a way. */
      steps: z.array(
        z.strictObject({
          a: z.number().int(),
          b: z.number().int(),
          /** `isFrom`: recorded from `a` to `b`, else the other way. */
          relations: z.array(z.strictObject({ role: z.string(), isFrom: z.boolean() })),
          /** Incidents that tie them, and the latest ten of these. */
          count: z.number().int(),
          incidents: z.array(
            z.strictObject({ id: idSchema, title: z.string(), date: z.string().nullable() }),
          ),
        }),
      ),
    }),
  ),
  /** Writes a picture or a graph file made by the page to a chosen place. */
  'network/save': engineCall(
    z.strictObject({
      ...fileTokenSchema.shape,
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= 200_000_000),
    }),
    z.strictObject({ fileName: z.string(), bytes: z.number().int() }),
  ),
} as const;
