import type { FigureText } from './figures-en.ts';

const number = (n: number) => n.toLocaleString('fr-FR', { maximumFractionDigits: 1 });
const plural = (n: number, one: string, many: string) => `${number(n)} ${n < 2 ? one : many}`;

export const figureTextFr: FigureText = {
  map: 'Carte',
  tolls: 'Tués par catégorie',
  tollsCaption: (scope) =>
    `Personnes tuées par catégorie, du chiffre allégué le plus bas au plus haut — ${scope}.`,
  tollsNote:
    'Un trait seul représente un chiffre unique. Les incidents peut-être identiques ne comptent qu’une fois, les incidents réfutés sont exclus. La somme des catégories peut différer du total\u00a0: ce qui ne nomme aucune catégorie figure comme inconnu.',
  allParties: 'Toutes catégories',
  unnamedParty: 'Catégorie inconnue',
  attacks: (n) => plural(n, 'attaque', 'attaques'),
  ranks: 'Acteurs les plus cités',
  ranksCaption: (shown, all, scope) =>
    `${shown < all ? `Les ${number(shown)} acteurs, sur ${number(all)}, cités dans le plus d’incidents` : `Incidents où ${all < 2 ? 'l’acteur est cité' : `chacun des ${number(all)} acteurs est cité`}`} — ${scope}.`,
  acting: 'comme auteur ou revendiquant',
  otherwise: 'dans un autre rôle',
  network: 'Qui est cité avec qui',
  networkCaption: (shown, all, scope) =>
    `${shown < all ? `${number(shown)} acteurs sur ${number(all)}` : plural(all, 'acteur', 'acteurs')}, reliés quand le même incident les cite\u00a0; plus le trait est épais, plus il y a d’incidents — ${scope}.`,
  firm: 'au moins un incident lie les deux',
  claimed: 'seulement revendiqué ou allégué',
  denied: 'démenti',
  altPoints: (n, byStatus) => `Carte de ${plural(n, 'lieu', 'lieux')}. ${byStatus}.`,
  altTie: (a, b, n) => `${a} avec ${b}\u00a0: ${number(n)}`,
  altRank: (name, first, rest) => `${name}\u00a0: ${number(first + rest)}, dont ${number(first)}`,
  altMore: (n) => `et ${number(n)} de plus`,
};
