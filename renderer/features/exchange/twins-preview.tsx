import type { PackPreview } from '../../../shared/contract/exchange-calls.ts';
import { useText } from '../../text/index.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { CountBadge } from '../../ui/count-badge.tsx';
import type { PackImport } from './use-pack-import.ts';

/** Incidents of the pack that are rows of a data set which the case has too, and whether they become one. */
export function TwinsPreview({
  twins,
  packImport,
}: {
  readonly twins: PackPreview['twins'];
  readonly packImport: PackImport;
}) {
  const t = useText().same.twins;
  if (twins.count === 0) return null;
  return (
    <section aria-labelledby="exchange-twins-title">
      <h3 id="exchange-twins-title">
        {t.title} <CountBadge count={twins.count} />
      </h3>
      <p className="u-soft">
        {twins.sets.map(({ name, count }) => t.inPack(count, name)).join(' ')}
      </p>
      <Checkbox
        isSelected={packImport.areTwinsJoined}
        onChange={packImport.joinTwins}
        description={packImport.areTwinsJoined ? t.joinText : t.leaveText}
      >
        {t.join}
      </Checkbox>
    </section>
  );
}
