import type { SourceDossier } from '../../../shared/contract/read-calls.ts';
import type { Source } from '../../../shared/domain/records.ts';
import { RecordLink } from '../../record-kit/record-link.tsx';
import { useText } from '../../text/index.tsx';

interface Props {
  readonly source: Source;
  /** Nearest to this source first. */
  readonly via: SourceDossier['via'];
}

/** The way a report took, from the first statement down to this source. */
export function SourceChain({ source, via }: Props) {
  const words = useText().sources;
  return (
    <ol className="source-chain" aria-label={words.chainHint}>
      {via.toReversed().map(({ id, title }) => (
        <li key={id}>
          <RecordLink table="source" id={id}>
            <bdi>{title}</bdi>
          </RecordLink>
        </li>
      ))}
      <li>
        <bdi>{source.title}</bdi> <span className="u-soft">({words.thisSource})</span>
      </li>
    </ol>
  );
}
