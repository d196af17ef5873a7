import { expect, test } from 'vitest';
import { readViewLayout, writeViewLayout } from '../../../shared/domain/saved-view.ts';

test('a view of before pins were a part of it gives them as one', () => {
  const layout = { 'network.pins': { a: [1, 2] }, 'network.hidden': ['b'], 'network.actors': 30 };
  const read = readViewLayout(writeViewLayout({ order: 2, layout, parts: {} }));
  expect(read).toEqual({
    ...{ order: 2, layout: { 'network.actors': 30 } },
    parts: { 'network.pins': { a: [1, 2] }, 'network.hidden': ['b'] },
  });
});

test('what stands among the parts goes before what an older one held', () => {
  const layout = { 'network.pins': { a: [1, 2] } };
  const parts = { 'network.pins': { c: [3, 4] }, 'map.position': { center: [0, 14], zoom: 5 } };
  expect(readViewLayout(writeViewLayout({ order: 0, layout, parts })).parts).toEqual(parts);
});
