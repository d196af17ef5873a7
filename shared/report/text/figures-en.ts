/** Fixed words of figures in reports. `figures-fr.ts` has the same shape. */
const number = (n: number) => n.toLocaleString('en-GB', { maximumFractionDigits: 1 });
const plural = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`;

export const figureTextEn = {
  map: 'Map',
  tolls: 'Killed by party',
  tollsCaption: (scope: string) =>
    `People killed by party, from the lowest to the highest figure claimed — ${scope}.`,
  tollsNote:
    'A line stands for one figure. Incidents possibly the same are counted once, refuted ones left out. Parties need not add up to all: claims that name no party stand under unknown.',
  allParties: 'All parties',
  unnamedParty: 'Party unknown',
  attacks: (n: number) => plural(n, 'attack', 'attacks'),
  ranks: 'Actors most often named',
  ranksCaption: (shown: number, all: number, scope: string) =>
    `${shown < all ? `The ${number(shown)} of ${plural(all, 'actor', 'actors')} named in most incidents` : `Incidents in which each of ${plural(all, 'actor', 'actors')} is named`} — ${scope}.`,
  acting: 'as perpetrator or claimant',
  otherwise: 'in another role',
  network: 'Who is named with whom',
  networkCaption: (shown: number, all: number, scope: string) =>
    `${shown < all ? `${number(shown)} of ${plural(all, 'actor', 'actors')}` : plural(all, 'actor', 'actors')}, tied where named in the same incident; the thicker the line, the more incidents — ${scope}.`,
  firm: 'one incident or more ties both',
  claimed: 'only claimed or alleged',
  denied: 'denied',
  altPoints: (n: number, byStatus: string) =>
    `Map of ${plural(n, 'place', 'places')}. ${byStatus}.`,
  altTie: (a: string, b: string, n: number) => `${a} with ${b}: ${number(n)}`,
  altRank: (name: string, first: number, rest: number) =>
    `${name}: ${number(first + rest)}, of which ${number(first)}`,
  altMore: (n: number) => `and ${number(n)} more`,
};
export type FigureText = typeof figureTextEn;
