/** The private line between shell and engine (parentPort). The page has no access to it. */
import type { PlainError } from '../lib/app-error.ts';
import type { EngineCallName, Envelope } from './contract.ts';
import type { TileKind } from './map-calls.ts';
import type { OwnMapKind } from './own-map-calls.ts';

export interface Author {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
}

/** What came of opening a case, for the window title and the list of recent ones. */
export interface OpenedCase {
  readonly path: string;
  readonly title: string;
  readonly tlp: string;
  readonly isReadOnly: boolean;
}

export interface AttachmentPart {
  /** By content; only pictures, sounds and films that a page can show. */
  readonly mediaType: string;
  /** Of the whole file. */
  readonly size: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A tile of the incidents of a view. */
export interface TileAsk {
  readonly view: number;
  readonly kind: TileKind;
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** A question about a map file of the analyst's own; `kind` as it was found when it was taken in. */
export type MapFileAsk =
  | { readonly do: 'inspect'; readonly path: string }
  | { readonly do: 'shapes'; readonly path: string }
  | {
      readonly do: 'tile';
      readonly path: string;
      readonly kind: OwnMapKind;
      readonly z: number;
      readonly x: number;
      readonly y: number;
    };

export interface ControlCalls {
  readonly open: { readonly args: { readonly path: string }; readonly result: OpenedCase };
  readonly create: {
    readonly args: { readonly path: string; readonly title: string };
    readonly result: OpenedCase;
  };
  /** Opens the copy of a bundled sample at `path`, made first when it is not there. */
  readonly sample: {
    readonly args: { readonly path: string; readonly which: 'djibo' | 'training' };
    readonly result: OpenedCase;
  };
  readonly close: { readonly args: Record<never, never>; readonly result: null };
  readonly author: { readonly args: Author; readonly result: null };
  /** Bytes of a file inside the case, for the page's pictures and films. */
  readonly 'attachment-part': {
    readonly args: { readonly id: string; readonly from: number; readonly length: number };
    readonly result: AttachmentPart;
  };
  /** A vector tile; null when it is empty, or of a view that is not known any more. */
  readonly tile: { readonly args: TileAsk; readonly result: Uint8Array<ArrayBuffer> | null };
  /** Facts, shapes as text, or a tile (null where it is empty) of a map file. */
  readonly 'map-file': { readonly args: MapFileAsk; readonly result: unknown };
  /** Any call of the contract, made by the shell itself (reports). */
  readonly call: {
    readonly args: { readonly name: EngineCallName; readonly args: unknown };
    readonly result: unknown;
  };
}
export type ControlName = keyof ControlCalls;

export type ToEngine =
  | { readonly kind: 'connect' }
  | { readonly kind: 'grant'; readonly token: string; readonly path: string }
  | {
      readonly [N in ControlName]: {
        readonly kind: 'control';
        readonly id: number;
        readonly name: N;
        readonly args: ControlCalls[N]['args'];
      };
    }[ControlName];

export type FromEngine =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reply'; readonly id: number; readonly envelope: Envelope<unknown> }
  | { readonly kind: 'event'; readonly event: string; readonly payload: unknown };

/** On the port between page and engine. */
export interface CallMessage {
  readonly id: number;
  readonly name: string;
  readonly args: unknown;
}
export type PortMessage =
  | { readonly id: number; readonly envelope: Envelope<unknown> }
  | { readonly event: string; readonly payload: unknown };

export function failure(error: PlainError): Envelope<never> {
  return { ok: false, error };
}

interface ArgumentIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Refuses a call whose arguments are not what its schema takes, saying where. */
export function refusedArguments(name: string, issues: readonly ArgumentIssue[]): Envelope<never> {
  return failure({
    code: 'input/invalid',
    message: `The call ${name} was given values it cannot take.`,
    details: {
      issues: issues.map(({ path, message }) => ({ path: path.map(String), message })),
    },
  });
}
