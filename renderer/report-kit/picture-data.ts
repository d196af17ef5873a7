/** Pictures as text, and smaller. */

/** `data:` address of what a blob holds. */
export function asData(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('A picture could not be read.'));
    reader.readAsDataURL(blob);
  });
}

/** The same picture with fewer pixels. Throws where it cannot be read. */
export async function scaled(blob: Blob, factor: number): Promise<Blob> {
  const whole = await createImageBitmap(blob);
  const small = new OffscreenCanvas(
    Math.round(whole.width * factor),
    Math.round(whole.height * factor),
  );
  const brush = small.getContext('2d');
  if (brush === null) throw new Error('The page has no canvas.');
  brush.imageSmoothingQuality = 'high';
  brush.drawImage(whole, 0, 0, small.width, small.height);
  whole.close();
  return small.convertToBlob({ type: 'image/png' });
}
