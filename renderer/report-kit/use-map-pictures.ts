// Draws the maps of a report as pictures. Maps cost seconds: each is drawn once, for preview and print.
import { useEffect, useState } from 'react';
import { eventTypes, geoLevels, incidentStatuses } from '../../shared/domain/vocabulary.ts';
import type { ReportBlock, ReportDocument } from '../../shared/report/document.ts';
import type { DrawnMap } from '../../shared/report/map-picture.ts';
import type { Lang } from '../../shared/text/lang.ts';
import { call } from '../api/client.ts';
import type { MapPoints } from '../map-kit/points.ts';
import { type Box, boxOn, contextOf, insetCorner, insetSizeOn, type Size } from './inset.ts';
import { asData } from './picture-data.ts';

type MapBlock = Extract<ReportBlock, { type: 'map' }>;

/** A small map of the surroundings; millimetres from the upper left corner of the large one. */
export interface InsetPicture extends Box {
  readonly url: string;
  readonly png: Blob;
  /** What the large map shows of it. */
  readonly box: Box;
}

export type MapPicture =
  | {
      readonly state: 'drawn';
      readonly url: string;
      readonly png: Blob;
      readonly metresPerMm: number;
      readonly inset: InsetPicture | undefined;
    }
  | { readonly state: 'failed' };
/** By index of block; missing while it is being drawn. */
export type MapPictures = ReadonlyMap<number, MapPicture>;

const noPictures: MapPictures = new Map();

const isOfBrief = (block: MapBlock) => block.points.some((point) => point.isMain);

/** Size on paper in millimetres: a brief has its map beside its words, a list needs room. */
export function mapSize(block: MapBlock): Size {
  return isOfBrief(block) ? { width: 68, height: 44 } : { width: 174, height: 92 };
}

export function mapPoints(block: MapBlock): MapPoints {
  const { points } = block;
  return {
    ids: points.map((point) => point.id),
    titles: points.map((point) => point.label),
    lon: Float64Array.from(points, (point) => point.lon),
    lat: Float64Array.from(points, (point) => point.lat),
    radiusM: Float64Array.from(points, (point) => point.radiusM),
    level: Uint8Array.from(points, (point) => geoLevels.indexOf(point.level)),
    status: Uint8Array.from(points, (point) => incidentStatuses.indexOf(point.status)),
    eventType: new Uint8Array(points.length).fill(eventTypes.length),
  };
}

/**
 * Every map of a document at print resolution, drawn unless the same one was drawn before. Pictures are
 * object URLs: revoke them when done. Never throws; `onDrawn` hears of each.
 */
export async function drawMaps(
  document: ReportDocument,
  onDrawn: (done: number, total: number) => void = () => undefined,
): Promise<MapPictures> {
  const pictures = new Map<number, MapPicture>();
  const total = document.blocks.filter(({ type }) => type === 'map').length;
  onDrawn(0, total);
  for (const [index, block] of document.blocks.entries()) {
    if (block.type !== 'map') continue;
    pictures.set(index, await pictureOf(block, document.lang));
    onDrawn(pictures.size, total);
  }
  return pictures;
}

async function pictureOf(block: MapBlock, lang: Lang): Promise<MapPicture> {
  const key = keyOf(block, lang);
  const { drawn } = await call('map-picture/kept', { key }).catch(() => ({ drawn: null }));
  if (drawn !== null) return shown(drawn);
  try {
    // a busy machine may take the drawing surface away: once more is often enough
    const fresh = await drawMap(block, lang).catch(() => drawMap(block, lang));
    void call('map-picture/keep', { key, drawn: fresh }).catch(() => undefined);
    return await shown(fresh);
  } catch {
    return { state: 'failed' };
  }
}

async function drawMap(block: MapBlock, lang: Lang): Promise<DrawnMap> {
  const mm = mapSize(block);
  const points = mapPoints(block);
  const insetSize = insetSizeOn(mm);
  const selectedId = block.points.find((point) => point.isMain)?.id;
  // a page whose maps were drawn before needs none of it
  const { snapshot } = await import('../map-kit/map-snapshot.ts');
  const { png, metresPerMm, bounds, context } = await snapshot({
    ...{ points, mm, lang, selectedId },
    contextOf: (large) => {
      const around = contextOf(large);
      return around && { bounds: around, mm: insetSize };
    },
  });
  const inset =
    context === undefined
      ? null
      : {
          ...insetCorner(bounds, mm, insetSize, points),
          png: await base64Of(context.png),
          box: boxOn(context.bounds, insetSize, bounds),
        };
  return { png: await base64Of(png), metresPerMm, inset };
}

async function base64Of(blob: Blob): Promise<string> {
  return (await asData(blob)).replace(/^data:[^,]*,/, '');
}

function blobOf(base64: string): Blob {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}

function shown({ png: base64, metresPerMm, inset }: DrawnMap): MapPicture {
  const png = blobOf(base64);
  const small = inset === null ? undefined : blobOf(inset.png);
  return {
    ...{ state: 'drawn', url: URL.createObjectURL(png), png, metresPerMm },
    inset:
      inset === null || small === undefined
        ? undefined
        : { ...inset, png: small, url: URL.createObjectURL(small) },
  };
}

/** Sheets copy what was shown a few frames ago: it must be there until they have followed. */
const keptForMs = 5000;

function releasePictures(pictures: MapPictures): void {
  for (const picture of pictures.values()) {
    if (picture.state !== 'drawn') continue;
    URL.revokeObjectURL(picture.url);
    if (picture.inset !== undefined) URL.revokeObjectURL(picture.inset.url);
  }
}

/** All that the picture of a map hangs on besides the program itself. */
function keyOf(block: MapBlock, lang: Lang): string {
  return JSON.stringify([lang, mapSize(block), block.points]);
}

function mapsKey({ blocks, lang }: ReportDocument): string {
  return blocks.map((block) => (block.type === 'map' ? keyOf(block, lang) : '')).join();
}

/** Pictures for the preview; empty while they are drawn. */
export function useMapPictures(document: ReportDocument | undefined): MapPictures {
  const [pictures, setPictures] = useState(noPictures);
  const key = document === undefined ? '' : mapsKey(document);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the maps depend on
  useEffect(() => {
    if (document === undefined) return undefined;
    let isStale = false;
    let drawn = noPictures;
    void drawMaps(document).then((result) => {
      drawn = result;
      if (isStale) releasePictures(result);
      else setPictures(result);
    });
    return () => {
      isStale = true;
      setPictures(noPictures);
      setTimeout(() => releasePictures(drawn), keptForMs);
    };
  }, [key]);
  return pictures;
}
