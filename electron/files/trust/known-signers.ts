/** The people whose keys this laptop knows: one small file in the user's data folder, outside all cases. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writingError } from '../file-errors.ts';

export const knownSignerSchema = z.strictObject({
  /** Base64 of the 32 bytes. */
  publicKey: z.string().length(44),
  /** Id of the person in the packs signed by it. */
  personId: z.string().max(100),
  /** As this laptop's user calls them. */
  name: z.string().max(500),
  /** The words were compared. */
  isVerified: z.boolean(),
  /** ISO 8601. */
  firstSeen: z.string().max(60),
  lastSeen: z.string().max(60),
});
export type KnownSigner = z.infer<typeof knownSignerSchema>;

const fileSchema = z.strictObject({
  version: z.literal(1),
  signers: z.array(knownSignerSchema).max(10_000),
});

const fileName = 'known-signers.json';

/**
 * Empty where there is none. A damaged list is put aside under another name and counts as empty: everyone
 * shows as new then, which is asked about, and nobody passes for known.
 */
export function readKnownSigners(profile: string): readonly KnownSigner[] {
  const path = join(profile, fileName);
  if (!existsSync(path)) return [];
  try {
    return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).signers;
  } catch {
    renameSync(path, `${path}.damaged-${Date.now()}`);
    return [];
  }
}

/** Throws `disk/*`. */
export function writeKnownSigners(profile: string, signers: readonly KnownSigner[]): void {
  const path = join(profile, fileName);
  try {
    mkdirSync(profile, { recursive: true });
    const text = `${JSON.stringify({ version: 1, signers }, undefined, 2)}\n`;
    writeFileSync(`${path}.tmp`, text, { mode: 0o600, flush: true });
    renameSync(`${path}.tmp`, path);
  } catch (error) {
    throw writingError(error, 'of the known signers');
  }
}
