/** Who signs packs: the key of this laptop's user, and the keys it knows. All of it outside the case. */
import { z } from 'zod';
import { engineCall } from './call.ts';

/** Base64 of the 32 bytes of an Ed25519 public key. */
export const publicKeySchema = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);

const keySchema = z.strictObject({
  publicKey: publicKeySchema,
  /** Half of the key's SHA-256 in groups of four. */
  fingerprint: z.string(),
  /** To compare over the phone: the same numbers on both laptops, in both languages. */
  words: z.array(z.strictObject({ number: z.number().int(), en: z.string(), fr: z.string() })),
});

export const signerStates = ['own', 'verified', 'known', 'new', 'changed', 'unsigned'] as const;
export type SignerState = (typeof signerStates)[number];

export const signerViewSchema = z.strictObject({
  state: z.enum(signerStates),
  /** Who made the pack, as it says. */
  personId: z.string(),
  name: z.string(),
  /** What this laptop calls the holder of the key, where that is another name. */
  knownAs: z.string().nullable(),
  key: keySchema.nullable(),
  /** The import waits for a yes: another key than before, or none where there was one. */
  isAsked: z.boolean(),
});
export type SignerView = z.infer<typeof signerViewSchema>;

const knownSignerViewSchema = z.strictObject({
  ...keySchema.shape,
  name: z.string(),
  isVerified: z.boolean(),
  firstSeen: z.string(),
  lastSeen: z.string(),
});
export type KnownSignerView = z.infer<typeof knownSignerViewSchema>;

const signerListSchema = z.strictObject({
  own: keySchema.nullable(),
  known: z.array(knownSignerViewSchema),
});
export type SignerList = z.infer<typeof signerListSchema>;

export const trustCalls = {
  /** Makes the user's key when there is none yet. Throws `key/unreadable`. */
  'signer/list': engineCall(z.strictObject({}), signerListSchema),
  /** Renames a signer or notes that the words were compared; adds one not known yet. */
  'signer/save': engineCall(
    z.strictObject({
      publicKey: publicKeySchema,
      /** Of the pack that was looked at, for a key that is not known yet. */
      personId: z.string().max(100).optional(),
      name: z.string().trim().min(1).max(500),
      isVerified: z.boolean(),
    }),
    signerListSchema,
  ),
  'signer/forget': engineCall(z.strictObject({ publicKey: publicKeySchema }), signerListSchema),
} as const;
