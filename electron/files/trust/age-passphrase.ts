/**
 * How age wraps the key of a file with a passphrase (age-encryption.org/v1, "scrypt recipient stanza"). The
 * library does it too, in JavaScript: ten seconds on an old laptop instead of one.
 */
import { randomBytes, scrypt } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { type Identity, type Recipient, Stanza } from 'age-encryption';

const label = Buffer.from('age-encryption.org/v1/scrypt');
const saltBytes = 16;
const wrappedBytes = 32;
/** Each wrapping key is used once. */
const nonce = new Uint8Array(12);

function wrappingKey(passphrase: string, salt: Uint8Array, factor: number): Promise<Buffer> {
  const cost = 2 ** factor;
  const options = { N: cost, r: 8, p: 1, maxmem: 128 * cost * 8 + 32 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase, Buffer.concat([label, salt]), 32, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

const unpadded = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('base64').replace(/=+$/, '');

/** `factor`: scrypt takes 2 to the power of it. */
export function passphraseRecipient(passphrase: string, factor: number): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(saltBytes);
      const key = await wrappingKey(passphrase, salt, factor);
      const body = chacha20poly1305(key, nonce).encrypt(fileKey);
      return [new Stanza(['scrypt', unpadded(salt), String(factor)], body)];
    },
  };
}

/** Takes the one stanza of a header that was checked before, its factor bounded. */
export function passphraseIdentity(passphrase: string): Identity {
  return {
    async unwrapFileKey([stanza]) {
      const [kind, saltText = '', factor = ''] = stanza?.args ?? [];
      if (stanza === undefined || kind !== 'scrypt') return null;
      const salt = Buffer.from(saltText, 'base64');
      if (salt.length !== saltBytes || unpadded(salt) !== saltText)
        throw new Error('invalid scrypt salt');
      if (stanza.body.length !== wrappedBytes) throw new Error('invalid scrypt stanza');
      const key = await wrappingKey(passphrase, salt, Number(factor));
      try {
        return chacha20poly1305(key, nonce).decrypt(stanza.body);
      } catch {
        return null;
      }
    },
  };
}
