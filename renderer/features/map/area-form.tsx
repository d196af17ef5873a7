// An area of the filter by figures: a circle, a rectangle or corners, for those who draw without a pointer.
import { PencilRuler } from 'lucide-react';
import { useState } from 'react';
import type { Filter } from '../../../shared/domain/filter.ts';
import { type Area, type AreaTool, areaTools, wrapped } from '../../map-kit/area.ts';
import type { MapPosition } from '../../map-kit/base-map.ts';
import {
  type CoordinateForm,
  coordinateForms,
  formatCoordinates,
} from '../../map-kit/coordinates.ts';
import { useLayout } from '../../state/app-store.ts';
import { layoutWord } from '../../state/layout.ts';
import { useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type AreaFields, areaOfFields } from './area-fields.ts';

interface Props {
  /** Its area stands in the fields to begin with, else what is in sight. */
  readonly filter: Filter;
  readonly position: MapPosition | undefined;
  readonly onArea: (area: Area) => void;
}

export function AreaForm(props: Props) {
  const t = useText().map.figures;
  return (
    <PopoverButton
      {...{ label: t.title, isLabelHidden: true, width: 320 }}
      icon={<PencilRuler size={14} aria-hidden="true" />}
    >
      {(close) => <Panel {...props} close={close} />}
    </PopoverButton>
  );
}

function useFirstFields({ filter, position }: Props): AreaFields {
  const lang = useLang();
  const form = useLayout((layout) =>
    layoutWord<CoordinateForm>(layout, 'map.coordinates', coordinateForms, 'decimal'),
  );
  const words = (lon: number, lat: number) =>
    formatCoordinates({ lat, lon: wrapped(lon) }, form, lang) ??
    formatCoordinates({ lat, lon: wrapped(lon) }, 'decimal', lang) ??
    '';
  const { box, near, polygon } = filter;
  const tool = near !== undefined ? 'circle' : polygon !== undefined ? 'lasso' : 'box';
  const [west, south, east, north] = box ?? position?.bounds ?? [-12, 8.5, 16, 19];
  const [lon, lat] = position?.center ?? [0, 14];
  return {
    tool: box === undefined && near === undefined && polygon === undefined ? 'circle' : tool,
    middle: near === undefined ? words(lon, lat) : words(near.lon, near.lat),
    km: near?.km ?? 50,
    southWest: words(west, Math.max(-85, south)),
    northEast: words(east, Math.min(85, north)),
    corners: (polygon ?? []).map(([x, y]) => words(x, y)).join('\n'),
  };
}

function Panel(props: Props & { readonly close: () => void }) {
  const text = useText().map;
  const t = text.figures;
  const first = useFirstFields(props);
  const [fields, setFields] = useState(first);
  const [isWrong, setWrong] = useState(false);
  const set = (patch: Partial<AreaFields>) => {
    setFields({ ...fields, ...patch });
    setWrong(false);
  };
  const apply = () => {
    const area = areaOfFields(fields);
    setWrong(area === undefined);
    if (area === undefined) return;
    props.onArea(area);
    props.close();
  };
  const { tool } = fields;
  const errorMessage = isWrong ? t.wrong[tool] : undefined;
  const field = { dir: 'ltr', onEnter: apply } as const;
  return (
    <div className="map-go">
      <Segmented<AreaTool>
        {...{ label: t.kind, value: tool }}
        options={areaTools.map((value) => ({ value, label: t.kinds[value] }))}
        onChange={(next) => set({ tool: next })}
      />
      {tool === 'circle' ? (
        <>
          <TextField
            {...{ ...field, label: t.middle, value: fields.middle, errorMessage }}
            description={text.goTo.examples}
            onChange={(middle) => set({ middle })}
          />
          <NumberField
            {...{ label: text.place.radius, value: fields.km, minValue: 0.1, maxValue: 20_000 }}
            onChange={(km) => set({ km })}
          />
        </>
      ) : null}
      {tool === 'box' ? (
        <>
          <TextField
            {...{ ...field, label: t.southWest, value: fields.southWest }}
            onChange={(southWest) => set({ southWest })}
          />
          <TextField
            {...{ ...field, label: t.northEast, value: fields.northEast, errorMessage }}
            description={text.goTo.examples}
            onChange={(northEast) => set({ northEast })}
          />
        </>
      ) : null}
      {tool === 'lasso' ? (
        <TextArea
          {...{ label: t.corners, description: t.cornersHelp, value: fields.corners, rows: 5 }}
          {...{ dir: 'ltr', errorMessage }}
          onChange={(corners) => set({ corners })}
        />
      ) : null}
      <Button variant="primary" onPress={apply}>
        {t.apply}
      </Button>
    </div>
  );
}
