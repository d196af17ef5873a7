import { X } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useText } from '../text/index.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { MarkIcon } from './legend.tsx';
import { marksOf } from './marks.ts';
import type { MapTheme } from './palette.ts';
import { type ColourBy, categoryOf, isAreaPoint, type MapPoints } from './points.ts';

export interface CrowdListProps {
  readonly points: MapPoints;
  readonly indexes: readonly number[];
  readonly colourBy: ColourBy;
  readonly theme: MapTheme;
  /** Pixels from the top left corner of the map. */
  readonly x: number;
  readonly y: number;
  /** Height of the map in pixels, so that the list stays inside. */
  readonly height: number;
  readonly onChoose: (at: number) => void;
  readonly onClose: () => void;
}

const listHeight = 260;

/** Incidents that lie on one spot, to choose from; Esc closes. */
export function CrowdList(props: CrowdListProps) {
  const { points, indexes, colourBy, theme } = props;
  const t = useText().map;
  const top = Math.max(8, Math.min(props.y + 14, props.height - listHeight - 8));
  return (
    <div
      role="dialog"
      className="map-crowd"
      aria-label={t.atThisSpot(indexes.length)}
      style={{ left: Math.max(8, props.x - 140), top }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose();
      }}
    >
      <header className="map-crowd-head">
        <strong>{t.atThisSpot(indexes.length)}</strong>
        <IconButton
          icon={<X size={14} aria-hidden="true" />}
          label={t.close}
          onPress={props.onClose}
        />
      </header>
      <ListBox
        aria-label={t.atThisSpot(indexes.length)}
        className="map-crowd-list"
        autoFocus
        items={indexes.map((at) => ({ id: points.ids[at] ?? String(at), at }))}
        onAction={(key) => props.onChoose(points.ids.indexOf(String(key)))}
      >
        {({ id, at }) => {
          const category = categoryOf(points, at, colourBy);
          const mark = marksOf(colourBy).find((known) => known.category === category);
          const title = points.titles[at] || t.untitled;
          return (
            <ListBoxItem id={id} textValue={title} className="map-crowd-item">
              {mark ? (
                <MarkIcon mark={mark} theme={theme} isHollow={isAreaPoint(points, at)} />
              ) : null}
              <bdi>{title}</bdi>
            </ListBoxItem>
          );
        }}
      </ListBox>
    </div>
  );
}
