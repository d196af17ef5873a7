import type { exportFilesEn } from '../en/export-files.ts';
import { pluralFr } from '../plural.ts';

export const exportFilesFr: typeof exportFilesEn = {
  format: 'Format',
  pack: 'Paquet Cairn',
  packHelp: 'Pour un collègue qui a Cairn : tout, avec l’historique',
  formats: {
    csv: 'Tableau (CSV)',
    xlsx: 'Classeur (XLSX)',
    geojson: 'GeoJSON',
    kml: 'KML',
    geoparquet: 'GeoParquet',
    stix: 'Lot STIX 2.1',
    misp: 'Événements MISP',
    graphml: 'Réseau en GraphML',
    gexf: 'Réseau en GEXF',
  },
  help: {
    csv: 'Une ligne par incident, sans danger dans un tableur',
    xlsx: 'Des feuilles pour les incidents, les allégations, les acteurs et les sources',
    geojson: 'Pour QGIS et d’autres cartes ; Cairn le relit en entier',
    kml: 'Pour Google Earth, avec la période de chaque incident',
    geoparquet: 'Pour DuckDB, Spark et PostGIS, si grand que soit le dossier',
    stix: 'Pour les plateformes de renseignement comme OpenCTI',
    misp: 'Un événement par incident, pour MISP',
    graphml: 'Qui est lié à qui, pour Gephi, yEd ou Cytoscape',
    gexf: 'La même chose pour Gephi, dans son propre format',
  },
  writing: (name) => `Écriture de ${name}…`,
  inFile: 'Dans le fichier',
  networkOfPicked:
    'Un réseau se fait de tout le dossier ou d’un filtre. Choisissez l’un des deux ci-dessus.',
  workbookFull: (most) =>
    `Un classeur contient au plus ${most} incidents. Resserrez le filtre, ou choisissez CSV ou GeoParquet.`,
  next: (records) =>
    `${pluralFr(records, 'incident s’y trouve', 'incidents s’y trouvent')}. Son marquage est écrit dans le fichier ; respectez-le en le transmettant.`,
  nextNetwork:
    'Son marquage est écrit dans le fichier ; respectez-le en le transmettant à d’autres.',
};
