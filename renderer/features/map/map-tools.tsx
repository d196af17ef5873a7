import { CircleDashed, Lasso, Ruler, ScanSearch, SquareDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Filter } from '../../../shared/domain/filter.ts';
import type { Area } from '../../map-kit/area.ts';
import type { MapPosition } from '../../map-kit/base-map.ts';
import { useText } from '../../text/index.tsx';
import { IconButton, ToggleIconButton } from '../../ui/icon-button.tsx';
import { AreaForm } from './area-form.tsx';
import type { Tool } from './use-drawing.ts';

const tools: readonly (readonly [Tool, ReactNode])[] = [
  ['box', <SquareDashed key="box" size={14} aria-hidden="true" />],
  ['circle', <CircleDashed key="circle" size={14} aria-hidden="true" />],
  ['lasso', <Lasso key="lasso" size={14} aria-hidden="true" />],
  ['measure', <Ruler key="measure" size={14} aria-hidden="true" />],
];

interface Props {
  readonly tool: Tool | undefined;
  readonly onTool: (tool: Tool | undefined) => void;
  /** What is in sight becomes the filter: the way without a pointer. */
  readonly onView: () => void;
  readonly filter: Filter;
  readonly position: MapPosition | undefined;
  readonly onArea: (area: Area) => void;
}

/** What can be drawn on the map. */
export function MapTools({ tool, onTool, onView, filter, position, onArea }: Props) {
  const t = useText().map.tools;
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons, not fields of a form
    <div className="map-tools" role="group" aria-label={t.title}>
      {tools.map(([value, icon]) => (
        <ToggleIconButton
          key={value}
          {...{ icon, label: t[value], isSelected: tool === value }}
          className="c-icon-button-default"
          onChange={(isOn) => onTool(isOn ? value : undefined)}
        />
      ))}
      <IconButton
        {...{ variant: 'default', label: t.view }}
        icon={<ScanSearch size={14} aria-hidden="true" />}
        onPress={onView}
      />
      <AreaForm {...{ filter, position, onArea }} />
    </div>
  );
}
