import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { endTour, stepTour, useTour } from '../../../state/mention-tour.ts';
import { useText } from '../../../text/index.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';

/** "Mention 2 of 7 of JNIM", while the analyst goes through them. */
export function MentionBar({ sourceId }: { readonly sourceId: string }) {
  const words = useText().sources.tour;
  const tour = useTour();
  if (tour === undefined || tour.stops[tour.at]?.sourceId !== sourceId) return null;
  return (
    <section className="reader-tour" aria-label={words.label}>
      <span>
        {words.where(tour.at + 1, tour.stops.length)} <bdi>{tour.name}</bdi>
      </span>
      <IconButton
        icon={<ChevronUp size={14} aria-hidden />}
        label={words.previous}
        onPress={() => stepTour(-1)}
      />
      <IconButton
        icon={<ChevronDown size={14} aria-hidden />}
        label={words.next}
        onPress={() => stepTour(1)}
      />
      <IconButton icon={<X size={14} aria-hidden />} label={words.end} onPress={endTour} />
    </section>
  );
}
