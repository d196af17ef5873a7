/**
 * `signature.json` of a pack: Ed25519 over the list of checksums, which names every other file with its
 * SHA-256. Ed25519 has no randomness: the same records signed by the same person give the same bytes.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../../shared/lib/app-error.ts';
import { packLimits } from '../../../shared/pack/format.ts';
import { jsonDepth } from '../../../shared/pack/manifest.ts';
import type { SigningKey } from './signing-key.ts';

const signatureFormat = 'cairn-pack-signature';
const signatureVersion = 1;

const base64 = (bytes: number) =>
  z.string().refine((text) => {
    const decoded = Buffer.from(text, 'base64');
    return decoded.length === bytes && decoded.toString('base64') === text;
  });

const headSchema = z.looseObject({
  format: z.literal(signatureFormat),
  version: z.number().int().min(1),
});
const signatureSchema = z.strictObject({
  format: z.literal(signatureFormat),
  version: z.literal(signatureVersion),
  algorithm: z.literal('Ed25519'),
  publicKey: base64(32),
  signature: base64(64),
});

/** What is signed says what it is, so that it can never pass for a signature of something else. */
function signedBytes(checksums: Uint8Array): Buffer {
  const sha256 = createHash('sha256').update(checksums).digest('hex');
  return Buffer.from(`${signatureFormat} ${signatureVersion}\n${sha256}  checksums.sha256\n`);
}

export function writeSignature(key: SigningKey, checksums: Uint8Array): Buffer {
  const signature = {
    format: signatureFormat,
    version: signatureVersion,
    algorithm: 'Ed25519',
    publicKey: key.publicKey,
    signature: key.sign(signedBytes(checksums)).toString('base64'),
  };
  return Buffer.from(`${JSON.stringify(signature, undefined, 2)}\n`);
}

/**
 * Checks a signature against the checksums as they lie in the pack; answers the public key (base64).
 * Throws `pack/bad-signature` (`details.reason`: `json`, `shape`, `mismatch`) and `pack/newer-version`.
 */
export function checkSignature(text: string, checksums: Uint8Array): string {
  const json = parse(text);
  const head = headSchema.safeParse(json);
  if (head.success && head.data.version > signatureVersion)
    throw new AppError(
      'pack/newer-version',
      `The pack is signed in a way of a newer Cairn (${head.data.version}; this one knows ${signatureVersion}). Update Cairn, or ask for a pack of the older one.`,
      { reason: 'signature-version', version: head.data.version, supported: signatureVersion },
    );
  const parsed = signatureSchema.safeParse(json);
  if (!parsed.success)
    throw bad('shape', 'The signature of the pack is not one that Cairn writes.');
  const { publicKey, signature } = parsed.data;
  if (isSigned(publicKey, signedBytes(checksums), Buffer.from(signature, 'base64')))
    return publicKey;
  throw bad('mismatch', 'The signature of the pack does not fit what is inside.');
}

function isSigned(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const x = Buffer.from(publicKey, 'base64').toString('base64url');
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, bytes, key, signature);
  } catch {
    // 32 bytes that are no point of the curve
    return false;
  }
}

function parse(text: string): unknown {
  if (jsonDepth(text) > packLimits.jsonDepth)
    throw bad('json', 'The signature of the pack is nested deeper than any is.');
  try {
    return JSON.parse(text);
  } catch {
    throw bad('json', 'The signature of the pack is broken.');
  }
}

function bad(reason: string, what: string): AppError {
  return new AppError(
    'pack/bad-signature',
    `${what} It was altered or damaged since its author signed it, and was refused. Ask for the pack again.`,
    { reason },
  );
}
