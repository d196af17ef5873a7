/** README.md inside a pack: for a colleague who opens it without Cairn, in English and French. */
import { attachmentPath, fileRowTable, packTables } from './format.ts';
import type { Manifest } from './manifest.ts';

const english: Readonly<Record<string, string>> = {
  person: 'people who worked on it',
  place: 'places',
  place_name: 'names of places',
  actor: 'actors',
  actor_name: 'names of actors',
  source: 'sources',
  incident: 'incidents',
  claim: 'claims: what each source says',
  toll: 'tolls inside claims',
  claim_relation: 'which claim supports or contradicts which',
  link: 'links between actors and incidents',
  incident_pair: 'incidents compared: two attacks, or one',
  passage: 'passages of sources',
  note: 'notes',
  attachment: 'attached files (their content lies in attachments/)',
  tag: 'tags',
  tagging: 'what is tagged',
  saved_view: 'saved views',
  report: 'saved reports',
  imported_row: 'what files of data sets said of the incidents',
};

const french: Readonly<Record<string, string>> = {
  person: 'personnes qui y ont travaillé',
  place: 'lieux',
  place_name: 'noms de lieux',
  actor: 'acteurs',
  actor_name: 'noms d’acteurs',
  source: 'sources',
  incident: 'incidents',
  claim: 'allégations : ce que dit chaque source',
  toll: 'bilans contenus dans les allégations',
  claim_relation: 'quelle allégation appuie ou contredit laquelle',
  link: 'liens entre acteurs et incidents',
  incident_pair: 'incidents comparés : deux attaques, ou une seule',
  passage: 'extraits de sources',
  note: 'notes',
  attachment: 'fichiers joints (leur contenu est dans attachments/)',
  tag: 'étiquettes',
  tagging: 'ce qui est étiqueté',
  saved_view: 'vues enregistrées',
  report: 'rapports enregistrés',
  imported_row: 'ce que les fichiers de jeux de données disaient des incidents',
};

/** The text depends on the manifest alone, so that the same records give the same bytes. */
export function packReadme(manifest: Manifest): string {
  const { cairn } = manifest;
  const day = cairn.asOf.slice(0, 10);
  const counts: Readonly<Record<string, number | undefined>> = {
    ...cairn.records,
    [fileRowTable]: cairn.fileRows,
  };
  const files = (words: Readonly<Record<string, string>>): readonly string[] =>
    [...packTables, fileRowTable]
      .filter((table) => (counts[table] ?? 0) > 0)
      .map((table) => `| \`data/${table}.csv\` | ${counts[table]} | ${words[table]} |`);
  const leftOut = Object.values(cairn.leftOut).reduce((sum, count) => sum + count, 0);
  const lines = [
    `# ${oneLine(manifest.title)}`,
    '',
    `**TLP:${cairn.tlp}**`,
    '',
    ...(cairn.case.invented
      ? ['> Invented training material. / Matériel d’entraînement inventé.', '']
      : []),
    '## English',
    '',
    `This is a Cairn pack: records of the case "${oneLine(cairn.case.title)}" as they stood on ${day}, put together by ${oneLine(cairn.author.name)}. Open it in Cairn with *Exchange, Import pack*; nothing is changed before you have seen a preview and agreed.`,
    '',
    `Labels: nothing above TLP:${cairn.tlpMax} is inside. ${leftOut === 0 ? 'Nothing was left out because of its label.' : `${leftOut} ${leftOut === 1 ? 'record was' : 'records were'} left out because of their label.`} Keep to the label of each record (column \`tlp\`) when you pass anything on.`,
    '',
    'The tables are CSV files in UTF-8 that any spreadsheet or pandas reads. An apostrophe before a cell that begins with = + - @ keeps spreadsheets from running it as a formula; it is not part of the text. Rows with a date in `deleted_at` were deleted; they are here so that the deletion reaches you. A changed file is refused on import: work in Cairn and send a new pack back.',
    '',
    '| file | records | what |',
    '| --- | ---: | --- |',
    ...files(english),
    '',
    '`datapackage.json` describes every file (Data Package v2, https://datapackage.org). `sha256sum -c checksums.sha256` checks that nothing was altered on the way.',
    '',
    '## Français',
    '',
    `Ceci est un paquet Cairn : des fiches du dossier « ${oneLine(cairn.case.title)} » dans leur état du ${day}, réunies par ${oneLine(cairn.author.name)}. Ouvrez-le dans Cairn avec *Échanges, Importer un paquet* ; rien n’est modifié avant que vous ayez vu un aperçu et donné votre accord.`,
    '',
    `Marquage : rien ne dépasse TLP:${cairn.tlpMax}. ${
      leftOut === 0
        ? 'Rien n’a été écarté en raison de son marquage.'
        : leftOut === 1
          ? 'Une fiche a été écartée en raison de son marquage.'
          : `${leftOut} fiches ont été écartées en raison de leur marquage.`
    } Respectez le marquage de chaque fiche (colonne \`tlp\`) avant toute retransmission.`,
    '',
    'Les tableaux sont des fichiers CSV en UTF-8, lisibles par tout tableur ou par pandas. Une apostrophe placée devant une cellule commençant par = + - @ empêche le tableur de l’exécuter comme une formule ; elle ne fait pas partie du texte. Les lignes dont `deleted_at` porte une date ont été supprimées ; elles figurent ici pour que la suppression vous parvienne. Un fichier modifié est refusé à l’importation : travaillez dans Cairn et renvoyez un nouveau paquet.',
    '',
    '| fichier | fiches | contenu |',
    '| --- | ---: | --- |',
    ...files(french),
    '',
    '`datapackage.json` décrit chaque fichier (Data Package v2). `sha256sum -c checksums.sha256` vérifie que rien n’a été altéré en route.',
    '',
  ];
  return lines.join('\n');
}

/** A title must not add lines or marks of its own to the page. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_[\]<>|#]/g, (mark) => `\\${mark}`);
}

export function attachmentResourceName(sha256: string): string {
  return attachmentPath(sha256).replace('attachments/', 'attachment-');
}
