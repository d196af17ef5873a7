/** Reads values of foreign JSON, of which nothing is known. Pure. */
import { wellFormed } from '../../lib/well-formed.ts';

export type Loose = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export const objectsOf = (value: unknown): readonly Loose[] => listOf(value).filter(isObject);

/** A text or number as text, trimmed, no longer than `most`; empty for anything else. */
export function textOf(value: unknown, most = 500): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return '';
  return wellFormed(value.trim().slice(0, most));
}

export const textsOf = (value: unknown, most = 500): string[] => [
  ...new Set(listOf(value).flatMap((each) => textOf(each, most) || [])),
];

export const orNull = (text: string): string | null => (text === '' ? null : text);

/** A number, also when it stands as text; NaN for anything else. */
export function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\s*[-+]?\d+(\.\d*)?\s*$/.test(value)
    ? Number(value)
    : Number.NaN;
}

/** Latitude and longitude; `range` when they are numbers but no place on earth. */
export function pointOf(lat: unknown, lon: unknown): readonly [number, number] | 'range' | null {
  const [a, b] = [numberOf(lat), numberOf(lon)];
  if (!Number.isFinite(a) || !Number.isFinite(b)) return null;
  return Math.abs(a) <= 90 && Math.abs(b) <= 180 ? [a, b] : 'range';
}
