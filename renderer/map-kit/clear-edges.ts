/**
 * Keeps names off the edges of a picture and off what is drawn over its foot: unseen boxes stand there, so
 * that a name goes to another side of its dot, and is left out only where none is free.
 */
import type { Feature, MultiPolygon } from 'geojson';
import type { ExpressionSpecification, Map as MapLibre } from 'maplibre-gl';

/** Thickness in pixels of the strip in which a name is one that the edge cuts. */
const edge = 2;
/** Pixels that the attribution needs. */
const attributionWidth = 132;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Boxes of a picture of this size in which no name may stand. `foot`: pixels at the lower edge that the scale
 * bar covers; the attribution beside it is half as high.
 */
export function boxesToKeepClear(width: number, height: number, foot: number): readonly Box[] {
  const attribution = Math.round(Math.max(width / 4, Math.min(width / 2, attributionWidth)));
  const low = Math.round(foot / 2);
  return [
    { left: 0, top: 0, width, height: edge },
    { left: 0, top: height - edge, width, height: edge },
    { left: 0, top: 0, width: edge, height },
    { left: width - edge, top: 0, width: edge, height },
    { left: 0, top: height - foot, width: Math.round(width / 4), height: foot },
    { left: width - attribution, top: height - low, width: attribution, height: low },
  ].filter((box) => box.height > 0);
}

const sourceId = 'kept-clear';

/** Keeps the edges of what a map shows now clear. To be called again for another part of the world. */
export function keepEdgesClear(map: MapLibre, foot: number): void {
  const { clientWidth, clientHeight } = map.getContainer();
  const boxes = boxesToKeepClear(clientWidth, clientHeight, foot);
  leaveOutUnder(map, boxes);
  const features = boxes.map((box): Feature => {
    const { left, top, width, height } = box;
    const image = `clear ${width} ${height}`;
    if (!map.hasImage(image)) {
      map.addImage(image, { width, height, data: new Uint8Array(width * height * 4) });
    }
    const { lng, lat } = map.unproject([left + width / 2, top + height / 2]);
    const geometry = { type: 'Point' as const, coordinates: [lng, lat] };
    return { type: 'Feature', properties: { image }, geometry };
  });
  if (map.getLayer(sourceId)) map.removeLayer(sourceId);
  if (map.getSource(sourceId)) map.removeSource(sourceId);
  map.addSource(sourceId, { type: 'geojson', data: { type: 'FeatureCollection', features } });
  // on top of all: it is the first to take its room
  map.addLayer({
    ...{ id: sourceId, type: 'symbol', source: sourceId },
    layout: {
      'icon-image': ['get', 'image'],
      ...{ 'icon-allow-overlap': true, 'icon-ignore-placement': false, 'icon-padding': 0 },
    },
  });
}

/** A town whose dot is covered gets no name: it would seem to lie beside it. */
function leaveOutUnder(map: MapLibre, boxes: readonly Box[]): void {
  const corner = (x: number, y: number) => map.unproject([x, y]).toArray();
  const covered: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: boxes.map(({ left, top, width, height }) => {
      const [right, low] = [left + width, top + height];
      return [
        [
          ...[corner(left, top), corner(right, top), corner(right, low)],
          ...[corner(left, low), corner(left, top)],
        ],
      ];
    }),
  };
  for (const layer of map.getStyle().layers) {
    if (layer.type !== 'symbol' || layer.source !== 'places') continue;
    const isClear: ExpressionSpecification = ['!', ['within', covered]];
    map.setFilter(layer.id, [
      'all',
      map.getFilter(layer.id) ?? true,
      isClear,
    ] as ExpressionSpecification);
  }
}
