import { useFormat } from '../text/index.tsx';
import { niceDistance } from './nice-distance.ts';

/** A bar of a round number of kilometres or metres. */
export function ScaleBar({ metresPerPixel }: { readonly metresPerPixel: number }) {
  const format = useFormat();
  if (!(metresPerPixel > 0)) return null;
  const metres = niceDistance(metresPerPixel * 110);
  const label =
    metres >= 1000 ? `${format.number(metres / 1000)} km` : `${format.number(metres)} m`;
  return (
    <svg className="map-scale" width={metres / metresPerPixel + 2} height={20} role="img">
      <title>{label}</title>
      <path d={`M1 12v6H${metres / metresPerPixel + 1}v-6`} />
      <text x={4} y={12}>
        {label}
      </text>
    </svg>
  );
}
