/**
 * Who signed a pack, and whether this laptop knows them. Trust on first use: a key that was imported from
 * once is known; comparing its words by another channel makes it verified.
 */
import { createHash } from 'node:crypto';
import type {
  KnownSignerView,
  SignerList,
  SignerView,
} from '../../../shared/contract/trust-calls.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { fold } from '../../../shared/lib/fold.ts';
import { fingerprintOf, keyWords } from '../../../shared/pack/key-words.ts';
import {
  type KnownSigner,
  readKnownSigners,
  writeKnownSigners,
} from '../../files/trust/known-signers.ts';
import { ownPublicKeys, ownSigningKey } from '../../files/trust/signing-key.ts';

/** Who a pack says made it. */
export interface Maker {
  readonly id: string;
  readonly name: string;
}

function facts(publicKey: string): Pick<KnownSignerView, 'publicKey' | 'fingerprint' | 'words'> {
  const hash = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest();
  return {
    publicKey,
    fingerprint: fingerprintOf(hash.toString('hex')),
    words: keyWords(hash).map((word) => ({ ...word })),
  };
}

const isSamePerson = (signer: KnownSigner, maker: Maker): boolean =>
  signer.personId === maker.id || fold(signer.name) === fold(maker.name);

/**
 * What the signature of a pack is worth here. `publicKey` null: unsigned. Without a profile (tests,
 * programs) nobody is known.
 */
export function signerOf(
  profile: string | undefined,
  maker: Maker,
  publicKey: string | null,
): SignerView {
  const known = profile === undefined ? [] : readKnownSigners(profile);
  const others = known.filter((signer) => isSamePerson(signer, maker));
  const base = { personId: maker.id, name: maker.name, knownAs: null, isAsked: false };
  if (publicKey === null) {
    // whoever takes a signature off must not get past the question that a wrong one raises
    const isMissing = others.length > 0;
    return { ...base, state: 'unsigned', key: null, isAsked: isMissing };
  }
  const key = facts(publicKey);
  const own = profile === undefined ? new Map<string, string>() : ownPublicKeys(profile);
  if ([...own.values()].includes(publicKey)) return { ...base, state: 'own', key };
  const held = known.find((signer) => signer.publicKey === publicKey);
  if (held !== undefined)
    return {
      ...base,
      state: held.isVerified ? 'verified' : 'known',
      key,
      knownAs: fold(held.name) === fold(maker.name) ? null : held.name,
    };
  // also whoever signs in the name of this laptop's own user
  if (others.length > 0 || own.has(maker.id))
    return { ...base, state: 'changed', key, isAsked: true };
  return { ...base, state: 'new', key };
}

/** Throws `pack/untrusted` where the person has to say yes first. */
export function requireAccepted({ isAsked, state, name }: SignerView, isAccepted: boolean): void {
  if (!isAsked || isAccepted) return;
  throw new AppError(
    'pack/untrusted',
    state === 'unsigned'
      ? `The pack is not signed, though packs of ${name} were until now. Ask ${name} by another way whether it is theirs, then import it as it is.`
      : `The pack is signed by another key than packs of ${name} until now. Ask ${name} by another way whether the key is theirs, then accept it.`,
    { reason: state === 'unsigned' ? 'signature-missing' : 'key-changed', name },
  );
}

/** After an import: a key seen for the first time is known from now on. Throws `disk/*`. */
export function rememberSigner(
  profile: string | undefined,
  { key, state }: SignerView,
  maker: Maker,
  at: string,
): void {
  if (profile === undefined || key === null || state === 'own') return;
  const known = readKnownSigners(profile);
  const held = known.find(({ publicKey }) => publicKey === key.publicKey);
  const signer: KnownSigner = {
    publicKey: key.publicKey,
    personId: maker.id,
    name: maker.name,
    isVerified: false,
    firstSeen: at,
    ...held,
    lastSeen: at,
  };
  const rest = known.filter(({ publicKey }) => publicKey !== key.publicKey);
  writeKnownSigners(profile, [...rest, signer]);
}

/** This person's own key, made now if there is none, and all known signers by name. */
export function listSigners(profile: string | undefined, author: Maker): SignerList {
  if (profile === undefined) return { own: null, known: [] };
  const known = readKnownSigners(profile).map((signer) => ({
    ...facts(signer.publicKey),
    name: signer.name,
    isVerified: signer.isVerified,
    firstSeen: signer.firstSeen,
    lastSeen: signer.lastSeen,
  }));
  return {
    own: facts(ownSigningKey(profile, author.id).publicKey),
    known: known.toSorted((a, b) => a.name.localeCompare(b.name)),
  };
}

/**
 * Names a signer, or says that the words were compared; a key that is not known yet becomes known by it.
 * Throws `disk/*`.
 */
export function saveSigner(
  profile: string | undefined,
  {
    publicKey,
    personId,
    ...change
  }: {
    readonly publicKey: string;
    readonly personId?: string | undefined;
    readonly name: string;
    readonly isVerified: boolean;
  },
  at: string,
): void {
  if (profile === undefined) return;
  const known = readKnownSigners(profile);
  const held = known.find((signer) => signer.publicKey === publicKey);
  const made = { publicKey, personId: personId ?? '', firstSeen: at, lastSeen: at };
  const signer: KnownSigner = { ...made, ...held, ...change };
  const rest = known.filter((each) => each.publicKey !== publicKey);
  writeKnownSigners(profile, [...rest, signer]);
}

/** The next pack by it comes from someone new. Throws `disk/*`. */
export function forgetSigner(profile: string | undefined, publicKey: string): void {
  if (profile === undefined) return;
  const known = readKnownSigners(profile);
  writeKnownSigners(
    profile,
    known.filter((signer) => signer.publicKey !== publicKey),
  );
}
