import { X } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useText } from '../text/index.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { MarkIcon } from './legend.tsx';
import type { Mark } from './marks.ts';
import type { MapTheme } from './palette.ts';

export interface CrowdItem {
  readonly id: string;
  readonly title: string;
  readonly mark: Mark | undefined;
  readonly isArea: boolean;
}

export interface CrowdListProps {
  readonly items: readonly CrowdItem[];
  /** How many there are; more than the items when the list is cut. */
  readonly total: number;
  readonly theme: MapTheme;
  /** Pixels from the top left corner of the map. */
  readonly x: number;
  readonly y: number;
  /** Height of the map in pixels, so that the list stays inside. */
  readonly height: number;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

const listHeight = 260;

/** Incidents that lie on one spot, to choose from; Esc closes. */
export function CrowdList(props: CrowdListProps) {
  const { items, total, theme } = props;
  const t = useText().map;
  const top = Math.max(8, Math.min(props.y + 14, props.height - listHeight - 8));
  return (
    <div
      role="dialog"
      className="map-crowd"
      aria-label={t.atThisSpot(total)}
      style={{ left: Math.max(8, props.x - 140), top }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose();
      }}
    >
      <header className="map-crowd-head">
        <strong>{t.atThisSpot(total)}</strong>
        <IconButton
          icon={<X size={14} aria-hidden="true" />}
          label={t.close}
          onPress={props.onClose}
        />
      </header>
      <ListBox
        aria-label={t.atThisSpot(total)}
        className="map-crowd-list"
        autoFocus
        items={items}
        onAction={(key) => props.onChoose(String(key))}
      >
        {({ id, title, mark, isArea }) => (
          <ListBoxItem id={id} textValue={title || t.untitled} className="map-crowd-item">
            {mark ? <MarkIcon mark={mark} theme={theme} isHollow={isArea} /> : null}
            <bdi>{title || t.untitled}</bdi>
          </ListBoxItem>
        )}
      </ListBox>
      {total > items.length ? <p className="map-crowd-more">{t.firstOnly(items.length)}</p> : null}
    </div>
  );
}
