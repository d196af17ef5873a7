// The source chosen in a claim's form: what it passes on, and the day that relative dates count from.
import type { ChainLink } from '../../shared/domain/origins.ts';
import { call } from '../api/client.ts';
import { useRead } from '../state/use-changes.ts';

export interface ClaimSource {
  readonly title: string;
  readonly chain: readonly ChainLink[];
  /** Day of publication; null when it is not known to the day. */
  readonly publishedDay: string | null;
}

/** Undefined without a source and until it is read. */
export function useClaimSource(sourceId: string | undefined): ClaimSource | undefined {
  const read = useRead(
    async (): Promise<ClaimSource | undefined> => {
      if (sourceId === undefined) return undefined;
      const { source, via } = await call('source/get', { id: sourceId });
      const { id, publisher_actor_id: publisherActorId } = source;
      const day = source.published_earliest;
      return {
        title: source.publisher ?? source.title,
        chain: [
          { id, publisherActorId },
          ...via.map((each) => ({ id: each.id, publisherActorId: null })),
        ],
        publishedDay: day === source.published_latest ? day : null,
      };
    },
    [sourceId],
    ['sources'],
  );
  return read.value;
}
