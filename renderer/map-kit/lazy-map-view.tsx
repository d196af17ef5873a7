// The map for forms: MapLibre is a megabyte that the first screen does without.
import { type ComponentProps, lazy, Suspense } from 'react';
import type { MapView } from './map-view.tsx';

const Loaded = lazy(() => import('./map-view.tsx').then((module) => ({ default: module.MapView })));

/** `MapView`, fetched when it is first shown. */
export function LazyMapView(props: ComponentProps<typeof MapView>) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  );
}
