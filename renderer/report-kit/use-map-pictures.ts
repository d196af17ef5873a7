// Draws the maps of a report as pictures. Maps cost seconds: one document is drawn once per resolution.
import { useEffect, useState } from 'react';
import { eventTypes, geoLevels, incidentStatuses } from '../../shared/domain/vocabulary.ts';
import type { ReportBlock, ReportDocument } from '../../shared/report/document.ts';
import { snapshot } from '../map-kit/map-snapshot.ts';
import type { MapPoints } from '../map-kit/points.ts';

type MapBlock = Extract<ReportBlock, { type: 'map' }>;

export type MapPicture =
  | {
      readonly state: 'drawn';
      readonly url: string;
      readonly png: Blob;
      readonly metresPerMm: number;
    }
  | { readonly state: 'failed' };
/** By index of block; missing while it is being drawn. */
export type MapPictures = ReadonlyMap<number, MapPicture>;

const noPictures: MapPictures = new Map();

/** Size on paper in millimetres: a brief keeps its map small, a list needs room. */
export function mapSize(block: MapBlock): { readonly width: number; readonly height: number } {
  return { width: 174, height: block.points.some((point) => point.isMain) ? 62 : 98 };
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

/** Draws every map of a document. Pictures are object URLs: revoke them when done. Never throws. */
export async function drawMaps(document: ReportDocument, dpi: number): Promise<MapPictures> {
  const pictures = new Map<number, MapPicture>();
  for (const [index, block] of document.blocks.entries()) {
    if (block.type !== 'map') continue;
    try {
      const drawn = await snapshot({
        points: mapPoints(block),
        mm: mapSize(block),
        lang: document.lang,
        dpi,
        selectedId: block.points.find((point) => point.isMain)?.id,
      });
      const url = URL.createObjectURL(drawn.png);
      const { png, metresPerMm } = drawn;
      pictures.set(index, { state: 'drawn', url, png, metresPerMm });
    } catch {
      // a report without its map is still a report; the figure says that it could not be drawn
      pictures.set(index, { state: 'failed' });
    }
  }
  return pictures;
}

function releasePictures(pictures: MapPictures): void {
  for (const picture of pictures.values()) {
    if (picture.state === 'drawn') URL.revokeObjectURL(picture.url);
  }
}

/** What a map shows, so that the same map is not drawn twice. */
function mapsKey(document: ReportDocument): string {
  return JSON.stringify([
    document.lang,
    document.blocks.map((block) => (block.type === 'map' ? block.points : 0)),
  ]);
}

/** Pictures for the preview at screen resolution; empty while they are drawn. */
export function useMapPictures(document: ReportDocument | undefined): MapPictures {
  const [pictures, setPictures] = useState(noPictures);
  const key = document === undefined ? '' : mapsKey(document);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the maps depend on
  useEffect(() => {
    if (document === undefined) return undefined;
    let isStale = false;
    let drawn = noPictures;
    void drawMaps(document, 144).then((result) => {
      drawn = result;
      if (isStale) releasePictures(result);
      else setPictures(result);
    });
    return () => {
      isStale = true;
      setPictures(noPictures);
      releasePictures(drawn);
    };
  }, [key]);
  return pictures;
}
