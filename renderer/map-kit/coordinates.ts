/** Coordinates as people write them: decimal degrees, degrees and minutes, UTM, MGRS. WGS 84. Pure. */
import { forward, toPoint } from 'mgrs';
import proj4 from 'proj4';
import { coordinatesText } from '../../shared/domain/geo.ts';

export const coordinateForms = ['decimal', 'dms', 'utm', 'mgrs'] as const;
export type CoordinateForm = (typeof coordinateForms)[number];

export interface Coordinates {
  readonly lat: number;
  readonly lon: number;
}

/** UTM and MGRS stop here; the poles have grids of their own. */
const southEnd = -80;
const northEnd = 84;
const bands = 'CDEFGHJKLMNPQRSTUVWX';

/** UTM zone, with the exceptions of south-west Norway and Svalbard. */
export function utmZone(lat: number, lon: number): number {
  if (lat >= 56 && lat < 64 && lon >= 3 && lon < 12) return 32;
  if (lat >= 72 && lat <= northEnd && lon >= 0 && lon < 42) {
    return lon < 9 ? 31 : lon < 21 ? 33 : lon < 33 ? 35 : 37;
  }
  return Math.min(60, Math.floor((lon + 180) / 6) + 1);
}

function utmBand(lat: number): string {
  // a hair south of the equator is still south
  const last = lat < 0 ? bands.indexOf('M') : bands.length - 1;
  return bands[Math.min(last, Math.floor((lat - southEnd) / 8))] ?? '';
}

function utmOf(zone: number, isSouth: boolean) {
  const south = isSouth ? ' +south' : '';
  return proj4(`+proj=utm +zone=${zone}${south} +datum=WGS84 +units=m +no_defs`);
}

function utmText({ lat, lon }: Coordinates): string {
  const zone = utmZone(lat, lon);
  const [east, north] = utmOf(zone, lat < 0).forward([lon, lat]);
  return `${zone}${utmBand(lat)} ${Math.floor(east ?? 0)} ${Math.floor(north ?? 0)}`;
}

function sixtieths(value: number): string {
  // rounded first, so that there are never 60 seconds
  const seconds = Math.round(Math.abs(value) * 3600);
  const two = (part: number) => String(part).padStart(2, '0');
  const [degrees, rest] = [Math.floor(seconds / 3600), seconds % 3600];
  return `${degrees}°${two(Math.floor(rest / 60))}′${two(rest % 60)}″`;
}

function dmsText({ lat, lon }: Coordinates, lang: 'en' | 'fr'): string {
  const west = lang === 'fr' ? 'O' : 'W';
  return `${sixtieths(lat)} ${lat < 0 ? 'S' : 'N'}, ${sixtieths(lon)} ${lon < 0 ? west : 'E'}`;
}

/** Undefined where the form does not reach, near the poles. */
export function formatCoordinates(
  at: Coordinates,
  form: CoordinateForm,
  lang: 'en' | 'fr',
): string | undefined {
  if (form === 'decimal') return coordinatesText(at.lat, at.lon, lang);
  if (form === 'dms') return dmsText(at, lang);
  if (!(at.lat >= southEnd && at.lat < northEnd)) return undefined;
  if (form === 'utm') return utmText(at);
  const square = /^(\d{1,2}[A-Z])([A-Z]{2})(\d{5})(\d{5})$/.exec(forward([at.lon, at.lat], 5));
  return square?.slice(1).join(' ');
}

function onGlobe(lat: number, lon: number): Coordinates | undefined {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : undefined;
}

function parseMgrs(text: string): Coordinates | undefined {
  const [, square = '', digits = '', northing] =
    /^(\d{1,2}[C-HJ-NP-X]\s*[A-HJ-NP-Z][A-HJ-NP-V])\s*(\d{1,10})(?:\s+(\d{1,5}))?$/i.exec(text) ??
    [];
  const isWhole =
    northing === undefined ? digits.length % 2 === 0 : digits.length === northing.length;
  if (square === '' || !isWhole || digits.length + (northing?.length ?? 0) > 10) return undefined;
  const plain = `${square.replace(/\s+/g, '')}${digits}${northing ?? ''}`.toUpperCase();
  try {
    const [lon, lat] = toPoint(plain);
    return onGlobe(lat, lon);
  } catch {
    // letters that no square of this zone has
    return undefined;
  }
}

function parseUtm(text: string): Coordinates | undefined {
  const parts =
    /^(\d{1,2})\s*([C-HJ-NP-X])\s+(\d{6,7}(?:\.\d+)?)\s*(?:m?E)?[\s,;]+(\d{1,8}(?:\.\d+)?)\s*(?:m?N)?$/i.exec(
      text,
    );
  const [, zone = '', band = '', east = '', north = ''] = parts ?? [];
  if (parts === null || Number(zone) < 1 || Number(zone) > 60) return undefined;
  if (Number(east) < 100_000 || Number(east) > 999_999 || Number(north) > 10_000_000) {
    return undefined;
  }
  const isSouth = band.toUpperCase() < 'N';
  const [lon = Number.NaN, lat = Number.NaN] = utmOf(Number(zone), isSouth).inverse([
    Number(east),
    Number(north),
  ]);
  return onGlobe(lat, lon);
}

/** Degrees of `14.5`, `14 30`, `14°30′12″`, as read by `half`. */
function degreesOf(parts: readonly (string | undefined)[]): number | undefined {
  const [degrees = '', minutes, seconds] = parts;
  const [d, m, s] = [degrees, minutes ?? '0', seconds ?? '0'].map(Number);
  if (d === undefined || m === undefined || s === undefined) return undefined;
  if (m >= 60 || s >= 60 || (minutes !== undefined && degrees.includes('.'))) return undefined;
  return d + m / 60 + s / 3600;
}

const number = String.raw`\d{1,3}(?:\.\d+)?`;
const angle = String.raw`(-)?(${number})\s*[°º]?(?:\s*(\d{1,2}(?:\.\d+)?)\s*['′’])?(?:\s*(\d{1,2}(?:\.\d+)?)\s*(?:["″”]|''))?`;
const half = String.raw`([NSEWO])?\s*${angle}\s*([NSEWO])?`;
const pair = new RegExp(String.raw`^${half}\s*[,;\s]\s*${half}$`, 'i');

/** Two angles, latitude first unless letters say otherwise; `O` is the French west. */
function parseDegrees(text: string): Coordinates | undefined {
  // a comma between digits is the French decimal sign when the halves are told apart otherwise
  const isFrench = /\d,\d/.test(text) && (/[;NSEWO]/i.test(text) || /\d,\d+\s+-?\d+,\d/.test(text));
  const plain = (isFrench ? text.replace(/(\d),(\d)/g, '$1.$2') : text).replace(/\u2212/g, '-');
  const found = pair.exec(plain.trim());
  if (found === null) return undefined;
  const halves = [found.slice(1, 7), found.slice(7, 13)].map(
    ([before, minus, degrees, minutes, seconds, after]) => {
      const value = degreesOf([degrees, minutes, seconds]);
      const letter = (before ?? after ?? '').toUpperCase();
      if (value === undefined || (before && after) || (minus && letter)) return undefined;
      const isNegative = minus !== undefined || /[SWO]/.test(letter);
      return { letter, value: isNegative ? -value : value };
    },
  );
  const [first, second] = halves;
  if (first === undefined || second === undefined) return undefined;
  const isEastWest = (letter: string) => /[EWO]/.test(letter);
  const isNorthSouth = (letter: string) => /[NS]/.test(letter);
  if (isEastWest(first.letter) && !isEastWest(second.letter)) {
    return onGlobe(second.value, first.value);
  }
  if (isNorthSouth(second.letter) || isEastWest(first.letter)) return undefined;
  return onGlobe(first.value, second.value);
}

/** Reads any of the forms; undefined when it is none, or lies off the globe. */
export function parseCoordinates(text: string): Coordinates | undefined {
  const trimmed = text.trim();
  return parseMgrs(trimmed) ?? parseUtm(trimmed) ?? parseDegrees(trimmed);
}
