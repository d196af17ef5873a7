/**
 * Data sets whose makers set terms for giving their rows on. An incident is known as one of theirs by its
 * key in the data set (`external_key`, as `ACLED:XYZ1`), which every import writes and packs carry.
 */
export const licensedSets = ['ACLED', 'GTD', 'UCDP'] as const;
export type LicensedSet = (typeof licensedSets)[number];

/** Incidents of each data set; a set without any is left out. */
export type LicensedCounts = { readonly [S in LicensedSet]?: number };

/** Before the colon of the keys of incidents that a file of no data set brought. */
export const fileCode = 'FILE';

/**
 * What keys of a data set begin with: those of its own files, and those of rows that went out as a map, a
 * bundle or a list and came back: they are the data set's as much as before.
 */
export const keyPrefixes = (set: LicensedSet): readonly string[] => [
  `${set}:`,
  `${fileCode}:${set}:`,
];

/** The data set that an incident came from, by its key. */
export function licensedSetOf(externalKey: string | null): LicensedSet | undefined {
  if (externalKey === null) return undefined;
  return licensedSets.find((set) =>
    keyPrefixes(set).some((prefix) => externalKey.startsWith(prefix)),
  );
}

/** Counts by data set, for whatever is about to be given on. */
export function countLicensedKeys(externalKeys: Iterable<string | null>): LicensedCounts {
  const counts: { [S in LicensedSet]?: number } = {};
  for (const key of externalKeys) {
    const set = licensedSetOf(key);
    if (set !== undefined) counts[set] = (counts[set] ?? 0) + 1;
  }
  return counts;
}
