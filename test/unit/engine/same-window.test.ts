/** The window along the calendar leaves out no pair that may be one attack, and most of those that cannot. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SameRow } from '../../../electron/db/queries/same-views.ts';
import { mostMet } from '../../../electron/services/same-bound.ts';
import { type Light, lightOf } from '../../../electron/services/same-light.ts';
import { dayWindow, firstDay, neighbourhood } from '../../../electron/services/same-nearby.ts';
import { mayBeSame } from '../../../shared/domain/same-attack.ts';
import { addDays } from '../../../shared/lib/days.ts';

function incident(at: number, day: number, view: Partial<SameRow['view']> = {}): Light {
  const date = addDays('2025-05-11', day);
  return lightOf({
    pk: at,
    id: `i${at}`,
    dateEdtf: date,
    place: null,
    view: {
      title: '',
      dateEarliest: date,
      dateLatest: date,
      timeWords: '',
      placeNames: [],
      placeId: null,
      latitude: null,
      longitude: null,
      geoLevel: 'settlement',
      radiusM: null,
      country: null,
      eventType: null,
      subEventType: null,
      targets: [],
      actors: [],
      tolls: [],
      sources: [],
      externalKeys: [],
      ...view,
    },
  });
}

const around = (middle: number, width: number, limit: number) =>
  fc
    .double({ min: middle - width, max: middle + width, noNaN: true })
    .filter((each) => Math.abs(each) <= limit);

/** Around the equator, far north, and where the map's edges meet. */
const point = fc
  .constantFrom([14, -1], [66, 20], [79.9, 0], [-17, 179.5], [-17, -179.5], [89, 10])
  .chain(([lat = 0, lon = 0]) => fc.tuple(around(lat, 1.5, 90), around(lon, 3, 180)));

const light = fc
  .record({
    day: fc.nat(6),
    lasts: fc.nat(4),
    point: fc.option(point, { nil: [null, null] }),
    geoLevel: fc.constantFrom(
      'point' as const,
      'settlement' as const,
      'near' as const,
      'region' as const,
    ),
  })
  .map(({ day, lasts, point: [latitude, longitude], geoLevel }) => ({
    day,
    view: {
      dateLatest: addDays('2025-05-11', day + lasts),
      latitude: latitude ?? null,
      longitude: longitude ?? null,
      geoLevel,
    },
  }));

describe('the window along the calendar', () => {
  it('misses no pair that may be the same', () => {
    fc.assert(
      fc.property(fc.array(light, { maxLength: 40 }), (made) => {
        const lights = made
          .sort((a, b) => a.day - b.day)
          .map(({ day, view }, at) => incident(at, day, view));
        const window = dayWindow();
        for (const [at, each] of lights.entries()) {
          window.forget(firstDay(each));
          const near = new Set(window.near(each).lights);
          for (const other of lights.slice(0, at))
            if (mayBeSame(other.prepared, each.prepared)) expect(near.has(other)).toBe(true);
          window.add(each);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('brings a small part of 3 000 of one day', () => {
    const window = dayWindow();
    let met = 0;
    for (let at = 0; at < 3000; at += 1) {
      const [latitude, longitude] = [(at % 50) - 25, Math.floor(at / 50) - 30];
      const each = incident(at, 0, { latitude, longitude });
      window.forget(firstDay(each));
      met += [...window.near(each).lights].length;
      window.add(each);
    }
    expect(met).toBeLessThan(3000 * 10);
  });

  it('bounds what 3 000 of one day without a point meet, and still finds the twin of each', () => {
    const window = dayWindow();
    // every third tells of the place of one far before it, the others name nothing that anybody else does
    const told = (at: number) =>
      incident(at, 0, {
        title: 'Attack',
        placeNames: [at % 3 === 0 ? `Village ${String.fromCodePoint(0x4e00 + (at % 1500))}` : ''],
      });
    let met = 0;
    let missed = 0;
    for (let at = 0; at < 3000; at += 1) {
      const each = told(at);
      const { lights, isWhole } = window.near(each);
      const near = [...lights];
      met += near.length;
      expect(isWhole).toBe(at <= mostMet);
      if (at >= 1500 && at % 3 === 0 && !near.some(({ row }) => row.id === `i${at - 1500}`))
        missed += 1;
      window.add(each);
    }
    expect(missed).toBe(0);
    expect(met).toBeLessThanOrEqual(3000 * mostMet);
  });

  it('bounds as well what lies at one point, or has no day', () => {
    const window = dayWindow();
    const vague = neighbourhood();
    for (let at = 0; at < 1000; at += 1) {
      const each = incident(at, 0, { latitude: 31.5, longitude: 34.46 });
      window.add(each);
      vague.add(each);
    }
    const last = incident(1000, 0, { latitude: 31.5, longitude: 34.46 });
    for (const met of [window.near(last), vague.near(last)]) {
      expect(met.isWhole).toBe(false);
      expect([...met.lights]).toHaveLength(mostMet);
    }
  });

  it('lets go of days that are over', () => {
    const window = dayWindow();
    window.add(incident(0, 0));
    window.add(incident(1, 0, { latitude: 14, longitude: -1 }));
    window.forget(firstDay(incident(2, 5)));
    expect([...window.near(incident(2, 5)).lights]).toEqual([]);
  });
});
