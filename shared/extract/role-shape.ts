/** A role as it is told: the name as the text has it, the listed actor it stands for, the reason. */
import type { ActorMention } from './actor-mention.ts';
import { type ActorIndex, forceOf } from './actors.ts';
import type { Draft } from './drafts.ts';
import type { Reading } from './reading.ts';
import { shortName } from './speakers.ts';
import type { Basis, FoundRole, RoleName } from './types.ts';
import { countryName } from './words/countries.ts';

export interface Sighting {
  readonly mention: ActorMention;
  readonly role: RoleName;
  readonly basis: Basis;
  readonly why: string;
  /** Its victims are militants. */
  readonly isResponse?: boolean;
  /** Of an army, by the group it fights. */
  readonly isAccusation?: boolean;
  /** Only named beside the attack. */
  readonly isWeak?: boolean;
}
export function roleOf(
  { mention, role, basis, why }: Sighting,
  reading: Reading,
  index: ActorIndex,
  country: string | undefined,
): FoundRole {
  const { document } = reading;
  const evidence = document.evidence(
    document.tokens[mention.start]?.from ?? 0,
    document.tokens[mention.end - 1]?.to ?? 0,
  );
  const written = evidence.quote.replace(/\s+/g, ' ').replace(/^(?:des|les|l['’]|the) ?/i, '');
  const base = { key: mention.known?.key ?? null, kind: mention.kind, role, basis, evidence };
  if (mention.force === undefined) {
    const name = mention.known ? shortName(mention, reading.actors, document) : written;
    return { ...base, name, canonical: mention.known?.name ?? null, why: `${why} ${mention.why}` };
  }
  const land = mention.country ?? country;
  const known = land === undefined ? undefined : forceOf(index, mention.force, land);
  const generic = land === undefined ? written : `${countryName(land)} ${mention.force}`;
  const other =
    land === undefined
      ? null
      : `${countryName(land)} ${mention.force === 'army' ? 'Armed Forces' : mention.force}`;
  const follows = mention.country === undefined && land !== undefined;
  return {
    ...base,
    name:
      /guard|garde/i.test(written) || (mention.country !== undefined && document.lang === 'fr')
        ? written
        : generic,
    canonical: known?.name ?? other,
    key: known?.key ?? null,
    why: `${why} ${follows ? `Its country follows from the place: ${countryName(land)}.` : mention.why}`,
  };
}

/** "peacekeepers from Guinea": victims with a home of their own. */
export function victimGroups(draft: Draft, reading: Reading): readonly FoundRole[] {
  const { document } = reading;
  return draft.units
    .flatMap(({ casualties }) => casualties)
    .filter(({ victims }) =>
      /^(?:peacekeepers|casques bleus|aid workers|humanitaires|soldats de la paix|policiers de la paix) \p{L}+/iu.test(
        victims,
      ),
    )
    .map((casualty) => ({
      name: casualty.victims,
      canonical: casualty.victims,
      key: null,
      kind: 'external-force' as const,
      role: 'victim' as const,
      basis: 'reported' as const,
      evidence: document.evidence(
        document.tokens[casualty.start]?.from ?? 0,
        document.tokens[casualty.end - 1]?.to ?? 0,
      ),
      why: 'Counted among those hurt.',
    }));
}
