/**
 * The key by which a person signs packs: Ed25519, made on first use, one file per person in the user's
 * data folder, readable by that user alone. Never in a case, never in a pack.
 */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/lib/app-error.ts';
import { writingError } from '../file-errors.ts';

export interface SigningKey {
  /** Base64 of the 32 bytes of the public key. */
  readonly publicKey: string;
  readonly sign: (bytes: Uint8Array) => Buffer;
}

const keysFolder = (profile: string): string => join(profile, 'keys');
const ending = '.pem';

/** Base64 of the bare public key, as RFC 8032 has it. */
function barePublicKey(key: KeyObject): string {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  return Buffer.from(String(x), 'base64url').toString('base64');
}

function keyOf(pem: string): SigningKey {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('another kind of key');
  return { publicKey: barePublicKey(key), sign: (bytes) => sign(null, bytes, key) };
}

function readPem(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && (error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw unreadable(error);
  }
}

function unreadable(cause: unknown): AppError {
  return new AppError(
    'key/unreadable',
    'The key that signs your packs cannot be read. Put its file back from a copy of the folder "keys" in your user data, or take the file away: a new key is made then, and colleagues have to compare its words anew.',
    { reason: cause instanceof Error ? cause.message : String(cause) },
  );
}

/**
 * The key of a person on this laptop, made when there is none. Throws `key/unreadable` for a damaged one
 * (never replaced on its own: that would look like somebody else's), `disk/*` when it cannot be kept.
 */
export function ownSigningKey(profile: string, personId: string): SigningKey {
  const folder = keysFolder(profile);
  const path = join(folder, `${personId}${ending}`);
  const pem = readPem(path) ?? makeKey(folder, path);
  try {
    chmodSync(path, 0o600);
    return keyOf(pem);
  } catch (error) {
    throw unreadable(error);
  }
}

function makeKey(folder: string, path: string): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(`${path}.tmp`, pem, { mode: 0o600, flush: true });
    renameSync(`${path}.tmp`, path);
  } catch (error) {
    throw writingError(error, 'of your signing key');
  }
  return pem;
}

/** Public keys of all people of this laptop by id (the program and the command line may be two). */
export function ownPublicKeys(profile: string): ReadonlyMap<string, string> {
  let names: readonly string[];
  try {
    names = readdirSync(keysFolder(profile));
  } catch {
    return new Map();
  }
  const keys = names.flatMap((name): [string, string][] => {
    if (!name.endsWith(ending)) return [];
    try {
      const pem = readFileSync(join(keysFolder(profile), name), 'utf8');
      return [[name.slice(0, -ending.length), keyOf(pem).publicKey]];
    } catch {
      // a damaged key signs nothing, so nothing is signed by it
      return [];
    }
  });
  return new Map(keys);
}
