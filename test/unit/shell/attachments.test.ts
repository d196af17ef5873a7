import { describe, expect, it } from 'vitest';
import { rangeOf, serveAttachment } from '../../../electron/shell/attachments.ts';

const id = '01890000-0000-7000-8000-000000000001';
const bytes = Uint8Array.from({ length: 3_000_000 }, (_, at) => at % 251);
const read = async (asked: string, from: number, length: number) => {
  if (asked !== id) throw new Error('none');
  const part = bytes.slice(from, from + Math.min(length, 1_048_576));
  return { mediaType: 'video/webm', size: bytes.length, bytes: part };
};

describe('a file of the case by its address', () => {
  it.each([
    [null, undefined],
    ['bytes=0-', { from: 0, to: 99 }],
    ['bytes=10-19', { from: 10, to: 19 }],
    ['bytes=90-200', { from: 90, to: 99 }],
    ['bytes=-10', { from: 90, to: 99 }],
    ['bytes=100-', null],
    ['bytes=20-10', null],
    ['bytes=-', null],
    ['bytes=0-1,5-6', null],
    ['lines=0-1', null],
  ])('range %j of 100 bytes', (header, expected) => {
    expect(rangeOf(header, 100)).toEqual(expected);
  });

  it('comes whole, or as the part asked for, byte for byte', async () => {
    const whole = await serveAttachment(`app://cairn/attachment/${id}`, null, read);
    expect(whole?.status).toBe(200);
    expect(
      Buffer.from((await whole?.arrayBuffer()) ?? new ArrayBuffer()).equals(Buffer.from(bytes)),
    ).toBe(true);
    const part = await serveAttachment(`app://cairn/attachment/${id}`, 'bytes=5-2000004', read);
    expect(part?.status).toBe(206);
    expect(part?.headers.get('content-range')).toBe('bytes 5-2000004/3000000');
    expect(
      Buffer.from((await part?.arrayBuffer()) ?? new ArrayBuffer()).equals(
        bytes.slice(5, 2_000_005),
      ),
    ).toBe(true);
    expect(part?.headers.get('content-security-policy')).toContain('sandbox');
  });

  it.each(['', 'x', `${id}/..`, '../main.cjs', `${id.slice(0, -1)}A`, id.replace('1', '2')])(
    '%j is not found',
    async (name) => {
      const answer = await serveAttachment(`app://cairn/attachment/${name}`, null, read);
      expect(answer?.status).toBe(404);
    },
  );

  it('other addresses are none of its business', async () => {
    expect(await serveAttachment('app://cairn/index.html', null, read)).toBeUndefined();
  });
});
