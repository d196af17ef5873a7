// Pictures and films of violence: grey until the analyst asks for colour, so that looking is a choice.
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../text/index.tsx';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/defined.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Toolbar } from '../ui/toolbar.tsx';

interface Props {
  readonly address: string;
  readonly name: string;
}

/** Steps of the zoom in percent of the picture's own size. */
const steps = [10, 25, 50, 75, 100, 150, 200, 300, 400, 800] as const;

export function PicturePreview({ address, name }: Props) {
  const words = useText().records.attachments;
  const [isColour, setIsColour] = useState(false);
  const [failed, setFailed] = useState(false);
  const [own, setOwn] = useState<{ readonly width: number; readonly height: number }>();
  /** Percent; undefined fits it into the box. */
  const [zoom, setZoom] = useState<number>();
  if (failed) return <Unshown />;
  const current = zoom ?? 100;
  const larger = steps.find((step) => step > current);
  const smaller = steps.findLast((step) => step < current);
  return (
    <>
      <Toolbar label={words.pictureTools}>
        <ColourButton isColour={isColour} onChange={setIsColour} />
        <IconButton
          icon={<ZoomOut size={14} aria-hidden />}
          label={words.smaller}
          isDisabled={smaller === undefined}
          onPress={() => setZoom(smaller)}
        />
        <span className="media-preview-zoom" role="status">
          {zoom === undefined ? words.fitted : `${zoom} %`}
        </span>
        <IconButton
          icon={<ZoomIn size={14} aria-hidden />}
          label={words.larger}
          isDisabled={larger === undefined}
          onPress={() => setZoom(larger)}
        />
        <IconButton
          icon={<Maximize size={14} aria-hidden />}
          label={words.fit}
          onPress={() => setZoom(undefined)}
        />
        {own !== undefined && (
          <span className="attachment-preview-note">
            {own.width} × {own.height}
          </span>
        )}
      </Toolbar>
      <section
        className={classes('media-preview-box', zoom === undefined && 'media-preview-fit')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keyboard
        tabIndex={0}
        aria-label={name}
      >
        <img
          src={address}
          alt={name}
          className={classes(!isColour && 'media-preview-grey')}
          {...(zoom !== undefined && own !== undefined
            ? { width: Math.round((own.width * zoom) / 100) }
            : {})}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
            setOwn({ width, height })
          }
          onError={() => setFailed(true)}
        />
      </section>
    </>
  );
}

interface PlayedProps extends Props {
  readonly kind: 'sound' | 'film';
}

export function PlayedPreview({ address, name, kind }: PlayedProps) {
  const words = useText().records.attachments;
  const [isColour, setIsColour] = useState(false);
  const [failed, setFailed] = useState(false);
  if (failed) return <Unshown />;
  if (kind === 'sound')
    return (
      // biome-ignore lint/a11y/useMediaCaption: found material has none; its words stand in the source
      <audio
        className="media-preview-sound"
        src={address}
        controls
        preload="metadata"
        aria-label={name}
        onError={() => setFailed(true)}
      />
    );
  return (
    <>
      <Toolbar label={words.pictureTools}>
        <ColourButton isColour={isColour} onChange={setIsColour} />
      </Toolbar>
      {/* biome-ignore lint/a11y/useMediaCaption: found material has none; its words stand in the source */}
      <video
        className={classes('media-preview-film', !isColour && 'media-preview-grey')}
        src={address}
        controls
        controlsList="nodownload noremoteplayback"
        disablePictureInPicture
        preload="metadata"
        aria-label={name}
        onError={() => setFailed(true)}
      />
    </>
  );
}

interface ColourProps {
  readonly isColour: boolean;
  readonly onChange: (isColour: boolean) => void;
}

function ColourButton({ isColour, onChange }: ColourProps) {
  const words = useText().records.attachments;
  return (
    <>
      <Button onPress={() => onChange(!isColour)}>
        {isColour ? words.showGrey : words.showColour}
      </Button>
      {!isColour && <span className="attachment-preview-note">{words.mayBeGraphic}</span>}
    </>
  );
}

function Unshown() {
  const words = useText().records.attachments;
  return (
    <Notice tone="warn" title={words.cannotShow}>
      {words.saveToOpen}
    </Notice>
  );
}
