/**
 * The house (docs/architecture.md) as a table: which folder is which layer, and what each layer
 * may import. The first matching row counts, so special files stand before their folders.
 */
export interface Layer {
  readonly name: string;
  readonly files: RegExp;
  /** Names of layers it may import besides itself. */
  readonly may: readonly string[];
  /** Packages it may import besides those of `packages` below; `node:` stands for built-ins. */
  readonly packages: readonly string[];
}

const fonts = ['inter', 'noto-sans', 'noto-naskh-arabic', 'noto-sans-arabic'].map(
  (name) => `@fontsource/${name}`,
);
const pageLibraries = [
  'react',
  'react-dom',
  'react-aria-components',
  '@internationalized/number',
  'lucide-react',
];
const below = ['state', 'ui', 'text', 'api', 'shared'];

export const layers: readonly Layer[] = [
  {
    name: 'main',
    files: /^electron\/main\.ts$/,
    may: ['shell', 'shared'],
    packages: ['node:', 'electron'],
  },
  { name: 'preload', files: /^electron\/preload\.ts$/, may: ['shared'], packages: ['electron'] },
  {
    name: 'shell',
    files: /^electron\/shell\//,
    may: ['shared'],
    packages: ['node:', 'electron', 'pmtiles', 'zod'],
  },
  {
    name: 'engine',
    files: /^electron\/engine\//,
    may: ['services', 'columns', 'shared'],
    packages: ['node:', 'zod'],
  },
  {
    name: 'cli',
    files: /^electron\/cli\//,
    may: ['services', 'shared'],
    packages: ['node:', 'zod'],
  },
  {
    name: 'services',
    files: /^electron\/services\//,
    may: ['db', 'files', 'shared'],
    packages: ['node:', 'zod'],
  },
  {
    name: 'columns',
    files: /^electron\/columns\//,
    may: ['db', 'shared'],
    packages: ['zod', 'pbf'],
  },
  {
    name: 'db',
    files: /^electron\/db\//,
    may: ['shared'],
    packages: ['node:', 'zod', 'better-sqlite3', 'fastest-levenshtein', 'kdbush', 'geokdbush'],
  },
  {
    name: 'files',
    files: /^electron\/files\//,
    may: ['shared'],
    packages: [
      'node:',
      'csv-parse',
      'csv-stringify',
      '@e965/xlsx',
      'fflate',
      'yauzl',
      'yazl',
      'zod',
      'unpdf',
      'saxes',
      'linkedom',
      '@mozilla/readability',
      'age-encryption',
      '@noble/ciphers',
      '@e965/xlsx',
      'hyparquet',
      'hyparquet-writer',
      'pmtiles',
      '@placemarkio/check-geojson',
      '@tmcw/togeojson',
      'docx',
      'markdown-it',
    ],
  },
  { name: 'setup', files: /^electron\/setup\//, may: [], packages: ['node:', '*'] },

  {
    name: 'page',
    files: /^renderer\/[^/]+\.(tsx?|html|css)$/,
    may: ['app', 'features', 'record-kit', 'map-kit', 'report-kit', ...below],
    packages: pageLibraries,
  },
  {
    name: 'app',
    files: /^renderer\/app\//,
    may: ['features', 'record-kit', 'map-kit', 'report-kit', ...below],
    packages: pageLibraries,
  },
  {
    name: 'features',
    files: /^renderer\/features\/[^/]+\//,
    may: ['record-kit', 'map-kit', 'report-kit', ...below],
    packages: [
      ...pageLibraries,
      '@tanstack/react-virtual',
      'maplibre-gl',
      'zustand',
      'graphology',
      'graphology-communities-louvain',
      'graphology-shortest-path',
      'sigma',
      // the editor of reports
      'prosemirror-commands',
      'prosemirror-history',
      'prosemirror-inputrules',
      'prosemirror-keymap',
      'prosemirror-markdown',
      'prosemirror-model',
      'prosemirror-schema-list',
      'prosemirror-state',
      'prosemirror-view',
      'markdown-it',
      'htmlparser2',
    ],
  },
  {
    name: 'report-kit',
    files: /^renderer\/report-kit\//,
    may: ['record-kit', 'map-kit', ...below],
    packages: [...pageLibraries, ...fonts, 'maplibre-gl', 'react-markdown', 'remark-gfm'],
  },
  {
    name: 'record-kit',
    files: /^renderer\/record-kit\//,
    may: ['map-kit', ...below],
    packages: [...pageLibraries, 'react-markdown', 'remark-gfm'],
  },
  {
    name: 'map-kit',
    files: /^renderer\/map-kit\//,
    may: below,
    packages: ['mgrs', 'proj4', ...pageLibraries, ...fonts, 'maplibre-gl', 'pmtiles', 'geojson'],
  },
  {
    name: 'state',
    files: /^renderer\/state\//,
    may: ['api', 'shared'],
    packages: ['react', 'zustand', 'zod'],
  },
  {
    name: 'ui',
    files: /^renderer\/ui\//,
    may: ['text', 'shared'],
    packages: [...pageLibraries, ...fonts, '@tanstack/react-virtual'],
  },
  {
    name: 'text',
    files: /^renderer\/text\//,
    may: ['shared'],
    packages: ['react', 'react-aria-components'],
  },
  { name: 'api', files: /^renderer\/api\//, may: ['shared'], packages: [] },

  {
    name: 'shared',
    files: /^shared\//,
    may: [],
    packages: [
      'zod',
      'uuid',
      'diff',
      '@scure/bip39',
      'graphology-layout-forceatlas2',
      'graphology-layout-noverlap',
    ],
  },

  {
    name: 'test',
    files: /^test\//,
    may: [
      'main',
      'preload',
      'shell',
      'engine',
      'cli',
      'services',
      'columns',
      'db',
      'files',
      'setup',
      'page',
      'app',
      'features',
      'record-kit',
      'map-kit',
      'report-kit',
      ...below,
    ],
    packages: ['node:', '*'],
  },
];

export const layerOf = (path: string): Layer | undefined =>
  layers.find((layer) => layer.files.test(path));

/** `renderer/features/map/x.tsx` -> `map`: features are layers side by side. */
export const featureOf = (path: string): string | undefined =>
  /^renderer\/features\/([^/]+)\//.exec(path)?.[1];
