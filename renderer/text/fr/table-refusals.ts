// What is said of files that hold no table of incidents: what they are, and what to do.
import type { tableRefusalsEn } from '../en/table-refusals.ts';

export const tableRefusalsFr: typeof tableRefusalsEn = {
  empty: { title: 'Ce fichier est vide.', next: 'Redemandez-le, ou refaites l’export.' },
  'git-lfs': {
    title: 'C’est un renvoi de Git LFS, non le fichier lui-même.',
    next: 'Récupérez le fichier avec « git lfs pull », puis importez-le.',
  },
  pdf: {
    title: 'C’est un document PDF.',
    next: 'Ajoutez-le dans Sources pour l’y lire ; pour des lignes, demandez du CSV ou du XLSX.',
  },
  sqlite: {
    title: 'C’est une base SQLite.',
    next: 'Exportez-en la table voulue en CSV, puis importez celle-ci.',
  },
  'case-file': {
    title: 'C’est un dossier Cairn.',
    next: 'Ouvrez-le comme dossier. Pour réunir deux dossiers, exportez-en un paquet et importez-le.',
  },
  geopackage: {
    title: 'C’est un GeoPackage.',
    next: 'Exportez sa couche en CSV ou en GeoJSON avec QGIS, puis importez-la.',
  },
  parquet: {
    title: 'C’est un fichier Parquet.',
    next: 'Convertissez-le en CSV, par exemple avec DuckDB, puis importez-le.',
  },
  binary: {
    title: 'Ce fichier ne contient pas de texte.',
    next: 'Importez du CSV, TSV, XLSX ou ODS. S’il devait en être, il est abîmé : redemandez-le.',
  },
  'web-page': {
    title: 'C’est une page web, non un tableau.',
    next: 'Souvent, une page de connexion a été enregistrée à la place. Téléchargez le fichier lui-même.',
  },
  script: {
    title: 'C’est un programme ou un script, non un tableau.',
    next: 'S’il contient des données, enregistrez-les d’abord en CSV ou en GeoJSON.',
  },
  'endless-row': {
    title: 'Une ligne de ce fichier ne finit pas.',
    next: 'Il manque un guillemet fermant, ou ce n’est pas un tableau. Corrigez-le dans un tableur.',
  },
  aggregates: {
    title: 'Ces lignes comptent des événements sans en raconter aucun.',
    next: 'Des totaux par mois ou par zone ne font pas d’incidents. Demandez le fichier des événements.',
  },
  layout: {
    title: 'Les colonnes ne sont pas celles demandées.',
    next: 'Importez-le comme tableau et indiquez le sens des colonnes.',
  },
  'workbook-large': {
    title: 'Ce classeur est trop gros pour être lu ici (plus de 30 Mo).',
    next: 'Enregistrez-le en XLSX, ou la feuille voulue en CSV : les deux peuvent être de n’importe quelle taille.',
  },
  'workbook-bomb': {
    title: 'Ce classeur se déplierait bien au-delà de ce qu’il devrait.',
    next: 'Rien n’en a été lu. Demandez à son auteur un fichier CSV.',
  },
  'workbook-doctype': {
    title: 'Ce classeur déclare un type de document, par où l’on fait passer autre chose.',
    next: 'Aucun tableur n’écrit cela. Demandez à son auteur un fichier CSV.',
  },
  'workbook-columns': {
    title: 'Une ligne de ce classeur a plus de 16 384 colonnes.',
    next: 'Aucune feuille n’est si large. Ouvrez-le dans un tableur, enregistrez-le à neuf et importez-le à nouveau.',
  },
  'workbook-rows': {
    title: 'Une ligne de ce classeur porte un numéro qu’aucune feuille n’atteint.',
    next: 'Les feuilles finissent à la ligne 1 048 576. Ouvrez-le dans un tableur, enregistrez-le à neuf et importez-le à nouveau.',
  },
  'workbook-texts': {
    title: 'Une cellule de ce classeur renvoie à un texte qui n’y est pas.',
    next: 'Ouvrez-le dans un tableur, enregistrez-le à neuf et importez-le à nouveau.',
  },
  'workbook-locked': {
    title: 'Ce classeur est protégé par un mot de passe.',
    next: 'Ouvrez-le, retirez le mot de passe, enregistrez-le et importez-le à nouveau.',
  },
  'workbook-broken': {
    title: 'Ce classeur est abîmé.',
    next: 'Ouvrez-le dans un tableur, enregistrez-le à neuf et importez-le à nouveau.',
  },
  pack: {
    title: 'Ce zip est un paquet.',
    next: 'Importez-le comme paquet ; son nom devrait finir par .cairnpack.',
  },
  'zip-empty': {
    title: 'Ce zip ne contient aucun tableau.',
    next: 'Décompressez-le et importez le fichier CSV, TSV, XLSX ou ODS.',
  },
  'zip-many': {
    title: 'Ce zip contient plusieurs tableaux.',
    next: 'Décompressez-le et importez celui qu’il vous faut.',
  },
  'zip-locked': {
    title: 'Ce zip est protégé par un mot de passe.',
    next: 'Décompressez-le avec le mot de passe et importez le tableau.',
  },
  'zip-large': {
    title: 'Le contenu de ce zip est trop gros (plus de 2 Go).',
    next: 'Décompressez-le et importez le tableau lui-même.',
  },
  'zip-unsafe': {
    title: 'Un nom dans ce zip mène ailleurs ou cache ce qu’il est.',
    next: 'Rien n’en a été lu. Demandez à son auteur le fichier KML lui-même.',
  },
  'zip-bomb': {
    title: 'Ce zip se déplierait bien au-delà de ce qu’il devrait.',
    next: 'Rien n’en a été lu. Demandez à son auteur le fichier KML lui-même, 200 Mo au plus.',
  },
  'kmz-empty': {
    title: 'Ce KMZ ne contient aucun KML.',
    next: 'Ouvrez-le dans un logiciel de cartes et enregistrez-le à nouveau en KML.',
  },
  'no-features': {
    title: 'Cette carte ne contient rien.',
    next: 'Il n’y a ni repère ni objet. Exportez la couche qui en a.',
  },
  'not-structured': {
    title: 'C’est du JSON, mais ni objets de carte, ni lot, ni événements.',
    next: 'Sont lus : GeoJSON, lots STIX 2.1, événements MISP. Enregistrez le reste en CSV.',
  },
  'not-json': {
    title: 'Ce JSON est cassé.',
    next: 'Il a été coupé ou modifié à la main. Refaites l’export.',
  },
  'too-deep': {
    title: 'Ce fichier est emboîté bien trop profondément.',
    next: 'Aucun programme n’écrit ainsi. Demandez d’où il vient.',
  },
  encoding: {
    title: 'Ce fichier n’est pas du texte UTF-8.',
    next: 'Enregistrez-le en UTF-8 dans un éditeur, puis importez-le.',
  },
  'broken-xml': {
    title: 'Ce XML est cassé.',
    next: 'Il a été coupé ou modifié à la main. Refaites l’export de la carte.',
  },
  doctype: {
    title: 'Ce fichier déclare un type de document, par où d’autres fichiers peuvent s’introduire.',
    next: 'Aucun KML n’en a besoin. Retirez la ligne qui commence par <!DOCTYPE, ou redemandez le fichier.',
  },
  'not-kml': {
    title: 'C’est du XML, mais pas du KML.',
    next: 'Enregistrez-le en KML ou GeoJSON dans un logiciel de cartes, puis importez-le.',
  },
  wide: {
    title: 'Les objets de cette carte ont plus de 2 000 propriétés différentes.',
    next: 'Retirez celles dont vous n’avez pas besoin dans un logiciel de cartes, puis refaites l’export.',
  },
  'map-large': {
    title: 'Ce fichier est trop gros pour être lu en entier (plus de 200 Mo).',
    next: 'Divisez-le, ou enregistrez ses données en CSV, qui peut être de n’importe quelle taille.',
  },
  'zip-broken': { title: 'Ce zip est abîmé.', next: 'Redemandez-le, ou téléchargez-le encore.' },
};
