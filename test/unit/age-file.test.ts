/** Packs sealed with a passphrase: any age tool opens them, and nothing broken gets through. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPack } from '../../electron/files/pack-reader.ts';
import { writePack } from '../../electron/files/pack-writer.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { goodContent, temporaryFolder } from '../helpers/pack-builder.ts';

const folder = temporaryFolder();
const passphrase = 'café règle nuage orbite';
const sealed = join(folder, 'good.cairnpack.age');
const plain = join(folder, 'good.cairnpack');
let bytes = Buffer.alloc(0);

beforeAll(async () => {
  await writePack(plain, goodContent());
  await writePack(sealed, goodContent(), { passphrase });
  bytes = readFileSync(sealed);
});

async function outcome(path: string, phrase: string | undefined = passphrase): Promise<string> {
  try {
    const { zip, manifest, records } = await openPack(path, { passphrase: phrase });
    zip.close();
    return JSON.stringify([manifest, [...records]]);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.message).toMatch(/^[A-Z].*[.]$/s);
    return `${error.code} ${error.details['reason']}`;
  }
}

function spoiled(changed: Buffer | string): string {
  const path = join(folder, 'spoiled.age');
  writeFileSync(path, changed);
  return path;
}

/** The header with one line changed; what follows stays. */
function withHeader(change: (header: string) => string): string {
  const end = bytes.indexOf('\n--- ');
  const header = bytes.subarray(0, end).toString('latin1');
  return spoiled(Buffer.concat([Buffer.from(change(header), 'latin1'), bytes.subarray(end)]));
}

describe('a sealed pack', () => {
  it('is an age file that another tool opens, byte for byte the pack', async () => {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase.normalize('NFC'));
    expect(Buffer.from(await decrypter.decrypt(bytes))).toEqual(readFileSync(plain));
    expect(bytes.subarray(0, 22).toString()).toBe('age-encryption.org/v1\n');
    expect(bytes.includes('datapackage.json')).toBe(false);
  });

  it('opens to the same records, however the accents were typed, and leaves nothing on the disk', async () => {
    expect(await outcome(sealed, passphrase.normalize('NFD'))).toBe(await outcome(plain));
    expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it('asks for its passphrase, and says when it is another', async () => {
    expect(await outcome(sealed, '')).toBe('pack/passphrase-needed no-passphrase');
    expect(await outcome(sealed, 'something else')).toBe('pack/wrong-passphrase wrong-passphrase');
  });

  it('as older Cairns and other tools seal it opens too, and is told to take more memory', async () => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase.normalize('NFC'));
    const path = spoiled(Buffer.from(await encrypter.encrypt(readFileSync(plain))));
    expect(await outcome(path)).toBe(await outcome(plain));
    for (const phrase of ['', 'another'])
      await expect(openPack(path, { passphrase: phrase })).rejects.toMatchObject({
        details: { memoryMb: 256 },
      });
    await expect(openPack(sealed)).rejects.toMatchObject({ details: { reason: 'no-passphrase' } });
    await expect(openPack(sealed)).rejects.not.toHaveProperty('details.memoryMb');
  });

  it('is refused when it asks for work without end, before any is done', async () => {
    const start = performance.now();
    for (const factor of ['19', '22', '63', '999'])
      expect(await outcome(withHeader((head) => head.replace(/ 17$/m, ` ${factor}`)))).toBe(
        'pack/bomb age-work-factor',
      );
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('is refused by its own sentence when its header is broken', async () => {
    const broken: readonly [string, string][] = [
      [withHeader((head) => head.replace(/ 17$/m, ' 018')), 'pack/damaged age'],
    ];
    for (const [path, expected] of broken) expect(await outcome(path)).toBe(expected);
    expect(await outcome(withHeader((head) => head.replace(/ 17$/m, ' -1')))).toBe(
      'pack/damaged age',
    );
    expect(await outcome(withHeader((head) => head.replace('-> scrypt', '-> scrypto')))).toBe(
      'pack/encrypted age-recipient',
    );
    expect(
      await outcome(withHeader((head) => `${head}\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 10\nAAAA`)),
    ).toBe('pack/encrypted age-recipient');
    expect(await outcome(spoiled('age-encryption.org/v1\n'))).toBe('pack/damaged age');
    expect(await outcome(spoiled(`age-encryption.org/v1\n${'x'.repeat(9000)}`))).toBe(
      'pack/damaged age',
    );
    expect(await outcome(spoiled('-----BEGIN AGE ENCRYPTED FILE-----\n'))).toBe(
      'pack/encrypted age-armour',
    );
    expect(await outcome(spoiled('age-encryption.org/v2\nx'))).toBe('pack/not-a-pack no-zip');
  });

  it('is refused when it is locked for a key', async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(await generateIdentity()));
    const path = spoiled(Buffer.from(await encrypter.encrypt('x')));
    expect(await outcome(path)).toBe('pack/encrypted age-recipient');
  });

  it('is refused when what is inside is no pack', async () => {
    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(10);
    encrypter.setPassphrase(passphrase.normalize('NFC'));
    const path = spoiled(Buffer.from(await encrypter.encrypt('hello')));
    expect(await outcome(path)).toBe('pack/not-a-pack no-zip');
  });

  it('is refused wherever it was cut or a byte was changed', async () => {
    // the same content sealed with little work, so that many can be tried
    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(4);
    encrypter.setPassphrase(passphrase.normalize('NFC'));
    const light = Buffer.from(await encrypter.encrypt(readFileSync(plain)));
    expect(await outcome(spoiled(light))).toBe(await outcome(plain));
    const where = fc.tuple(
      fc.nat(light.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(where, async ([at, mask, isCut]) => {
        const changed = Buffer.from(light);
        changed[at] = (changed[at] ?? 0) ^ mask;
        expect(await outcome(spoiled(isCut ? light.subarray(0, at) : changed))).toMatch(/^pack\//);
      }),
      { numRuns: Number(process.env['CAIRN_FUZZ_ROUNDS'] ?? 150) },
    );
  });

  it('leaves the old file when it cannot be written', async () => {
    const content = goodContent();
    const read = function* (): Generator<Uint8Array> {
      yield Buffer.from('the bytes');
      throw new Error('gone');
    };
    const failing = {
      ...content,
      attachments: content.attachments.map((each) => ({ ...each, read })),
    };
    const before = readFileSync(sealed);
    await expect(writePack(sealed, failing, { passphrase })).rejects.toThrow('gone');
    expect(readFileSync(sealed)).toEqual(before);
    expect(existsSync(sealed)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
