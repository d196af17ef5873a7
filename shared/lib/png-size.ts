/** Pixels of a PNG from its first bytes (ISO/IEC 15948); undefined for anything else. */
export function pngSize(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | undefined {
  const begins = [
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
  ];
  if (bytes.length < 24 || begins.some((byte, at) => bytes[at] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
