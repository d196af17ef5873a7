/** Words of the report of an import, a file to keep beside the pack. */
import type { SignerState } from '../contract/trust-calls.ts';
import type { Lang } from './lang.ts';

export interface BatchWords {
  readonly heading: (title: string) => string;
  readonly importedBy: string;
  readonly importedAt: string;
  readonly file: string;
  readonly sealed: string;
  readonly yes: string;
  readonly no: string;
  readonly label: string;
  readonly madeBy: string;
  readonly asOf: string;
  readonly signer: string;
  readonly signers: { readonly [S in SignerState]: string };
  readonly knownAs: (name: string) => string;
  readonly fingerprint: string;
  readonly done: string;
  readonly counts: { readonly [what: string]: string | undefined };
  readonly table: string;
  readonly tables: { readonly [table: string]: string | undefined };
  readonly nothing: string;
  readonly decisions: string;
  readonly noDecisions: string;
  readonly answers: { readonly ours: string; readonly theirs: string; readonly own: string };
  readonly ours: string;
  readonly theirs: string;
  readonly became: string;
  readonly empty: string;
  readonly alike: string;
  readonly alikeCount: (likely: number, possible: number) => string;
  readonly noneAlike: string;
  /** Incidents of one row of a data set that were made one, and those that wait to be compared. */
  readonly twins: (joined: number, apart: number) => string;
  readonly warnings: string;
  readonly warningWords: { readonly [code: string]: string | undefined };
  readonly more: (count: number) => string;
}

const en: BatchWords = {
  heading: (title) => `Import of “${title}”`,
  importedBy: 'Imported by',
  importedAt: 'Imported on',
  file: 'File',
  sealed: 'Sealed with a passphrase',
  yes: 'yes',
  no: 'no',
  label: 'Label',
  madeBy: 'Put together by',
  asOf: 'State of the records',
  signer: 'Signature',
  signers: {
    own: 'signed by a key of this laptop',
    verified: 'signed; the key was compared word by word',
    known: 'signed by a key known from earlier packs, not compared',
    new: 'signed by a key seen for the first time',
    changed: 'signed by another key than before; accepted all the same',
    unsigned: 'not signed',
  },
  knownAs: (name) => `known on this laptop as ${name}`,
  fingerprint: 'Fingerprint',
  done: 'What was done',
  counts: {
    added: 'Added',
    updated: 'Updated',
    unchanged: 'Same',
    conflicting: 'In conflict',
    skipped: 'Left as ours',
    failed: 'Failed',
  },
  table: 'Records',
  tables: {
    person: 'People',
    place: 'Places',
    place_name: 'Names of places',
    actor: 'Actors',
    actor_name: 'Names of actors',
    source: 'Sources',
    incident: 'Incidents',
    claim: 'Claims',
    toll: 'Tolls',
    claim_relation: 'Relations of claims',
    link: 'Links',
    incident_pair: 'Comparisons',
    passage: 'Passages',
    note: 'Notes',
    attachment: 'Attachments',
    tag: 'Tags',
    tagging: 'Tags on records',
    saved_view: 'Saved views',
    report: 'Reports',
    imported_row: 'Rows of data files',
  },
  nothing: 'Nothing.',
  decisions: 'Conflicts and how they were decided',
  noDecisions: 'No field was changed on both sides.',
  answers: { ours: 'ours kept', theirs: 'theirs taken', own: 'written anew' },
  ours: 'Ours',
  theirs: 'Theirs',
  became: 'Now',
  empty: 'empty',
  alike: 'What looks alike',
  alikeCount: (likely, possible) =>
    `New incidents that look like one that was here: ${likely} likely, ${possible} possible.`,
  noneAlike: 'No new incident looked like one that was here.',
  twins: (joined, apart) =>
    `Pairs of one row of a data set: ${joined} made one incident, ${apart} left to compare.`,
  warnings: 'Warnings',
  warningWords: {
    'hangs-on-deleted':
      'Some of it hangs on records in the bin and is not seen until those are restored.',
    'merges-incidents': 'The author merged incidents that stood apart here.',
  },
  more: (count) => `… and ${count} more`,
};

const fr: BatchWords = {
  heading: (title) => `Import de « ${title} »`,
  importedBy: 'Importé par',
  importedAt: 'Importé le',
  file: 'Fichier',
  sealed: 'Scellé par une phrase secrète',
  yes: 'oui',
  no: 'non',
  label: 'Marquage',
  madeBy: 'Réuni par',
  asOf: 'État des fiches',
  signer: 'Signature',
  signers: {
    own: 'signé par une clé de cet ordinateur',
    verified: 'signé ; la clé a été comparée mot à mot',
    known: 'signé par une clé connue de paquets antérieurs, non comparée',
    new: 'signé par une clé vue pour la première fois',
    changed: 'signé par une autre clé qu’auparavant ; accepté malgré tout',
    unsigned: 'non signé',
  },
  knownAs: (name) => `connu sur cet ordinateur sous le nom de ${name}`,
  fingerprint: 'Empreinte',
  done: 'Ce qui a été fait',
  counts: {
    added: 'Ajoutées',
    updated: 'Mises à jour',
    unchanged: 'Identiques',
    conflicting: 'En conflit',
    skipped: 'Laissées telles quelles',
    failed: 'Échouées',
  },
  table: 'Fiches',
  tables: {
    person: 'Personnes',
    place: 'Lieux',
    place_name: 'Noms de lieux',
    actor: 'Acteurs',
    actor_name: 'Noms d’acteurs',
    source: 'Sources',
    incident: 'Incidents',
    claim: 'Allégations',
    toll: 'Bilans',
    claim_relation: 'Relations entre allégations',
    link: 'Liens',
    incident_pair: 'Comparaisons',
    passage: 'Extraits',
    note: 'Notes',
    attachment: 'Pièces jointes',
    tag: 'Étiquettes',
    tagging: 'Étiquettes posées',
    saved_view: 'Vues enregistrées',
    report: 'Rapports',
    imported_row: 'Lignes de fichiers de données',
  },
  nothing: 'Rien.',
  decisions: 'Les conflits et leur règlement',
  noDecisions: 'Aucun champ n’avait changé des deux côtés.',
  answers: { ours: 'le nôtre gardé', theirs: 'le leur repris', own: 'réécrit' },
  ours: 'Le nôtre',
  theirs: 'Le leur',
  became: 'Désormais',
  empty: 'vide',
  alike: 'Ce qui se ressemble',
  alikeCount: (likely, possible) =>
    `Nouveaux incidents ressemblant à un incident déjà présent : ${likely} probables, ${possible} possibles.`,
  noneAlike: 'Aucun nouvel incident ne ressemblait à un incident déjà présent.',
  twins: (joined, apart) =>
    `Paires d’une même ligne d’un jeu de données : ${joined} réunies, ${apart} à comparer.`,
  warnings: 'Avertissements',
  warningWords: {
    'hangs-on-deleted':
      'Une partie dépend de fiches de la corbeille et reste invisible tant que celles-ci ne sont pas restaurées.',
    'merges-incidents': 'L’auteur a fusionné des incidents qui étaient séparés ici.',
  },
  more: (count) => `… et ${count} autres`,
};

export const batchWords: { readonly [L in Lang]: BatchWords } = { en, fr };
