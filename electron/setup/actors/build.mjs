// @ts-check
// Builds resources/actors/starter-actors.json: our own list, the CC0 list of armed groups (MISP galaxy
// "Canada Listed Terrorist Entities") and relations from UCDP's actor list (CC BY 4.0).
// node electron/setup/actors/build.mjs [folder of the two files; ../shared/data/actors]   (the result is committed)
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { writeWhole } from '../lib/files.mjs';
import { inRoot } from '../lib/paths.mjs';
import { reporter, runMain } from '../lib/report.mjs';
import { ownDates, ownRelations } from './own-facts.mjs';
import { ownActors } from './own-list.mjs';

const target = inRoot('resources', 'actors', 'starter-actors.json');

/** Aliases that mean something else in a news text, and entries that are no armed group. */
const ordinary = new Set(
  `the base|the youth|youth wing|aleph|the islamic army|islamic army|black september|black june|islamic group|al hadith|al-hadith|al-hadid|helpers of islam|soldiers of god|cu|nim|ig|hm|im|dov|unity and jihad group|holy warriors movement|the forearms|al quds|tripoli province|mozambique province|army of the prophet|the movement of egypt's arms|islamic resistance|islamic jihad|revolutionary council|al jihad|world islamic front|kahane lives|the federation|saf|sla|tda|hisn|hosn|hesn|rid|ril|fto|west africa province|army of the pure|state of judea|qods|quds|sepah|isi|aj|ma|eta|elm|mlm|mlf|holy war|the party of god|party of god|defenders of the faith|supporters of islam|soldiers of islam|the partisans of islam|seeders|al-tawhid|al tawhid|qods/quds|ansar al-sunna|al-shabaab in mozambique`.split(
    '|',
  ),
);
const left =
  /^(?:764|Aryan|Atomwaffen|Aum|Blood|Combat 18|James Mason|Maniac|Proud Boys|Samidoun|Terrorgram|The Base|The Bishnoi|Three Percenters|World Tamil|International Relief|International Sikh|Kahane|Russian Imperial|Gulbuddin Hekmatyar$|La Mara|Tren de|C[áa]rtel|La Familia|Abu Nidal)/;

/** @param {string} text folded for comparing */
const fold = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘´`]/g, "'")
    .toLowerCase()
    .trim();

/** @param {string} summary of the list: names separated by commas, semicolons, "and" @returns {string[]} */
function aliasesIn(summary) {
  if (!summary || summary === 'N/A') return [];
  return (
    summary
      .replace(/\([^)]{25,}\)/g, '')
      // not at "and": names hold it ("Group for Support of Islam and Muslims")
      .split(/[,;]/)
      .flatMap((name) => {
        const short = /^(.*?)\s*\(([A-Z][A-Za-z-]{1,8})\)\s*$/.exec(name.trim());
        return short ? [short[1] ?? '', short[2] ?? ''] : [name];
      })
      .map((name) =>
        name
          .replace(/^(?:and|the) /i, '')
          .replace(/[.)(]+$/g, '')
          .trim(),
      )
      .filter(
        (name) =>
          name.length > 2 &&
          !ordinary.has(fold(name)) &&
          (name.length > 3 || /^[A-Z]+$/.test(name)),
      )
  );
}

/** @param {string} value "Al Qaida in the Islamic Maghreb (AQIM)" @returns {string[]} */
function namesOf(value) {
  const short = [...value.matchAll(/\(([^)]+)\)/g)].map((match) => match[1] ?? '');
  return [value.replace(/\s*\([^)]*\)/g, '').trim(), ...short].filter((name) => name !== '');
}

/** @param {string[]} names without repeats, folded @param {string} own */
function distinct(names, own) {
  const seen = new Set([fold(own)]);
  return names.filter((name) => {
    const key = fold(name);
    if (seen.has(key) || key === '') return false;
    seen.add(key);
    return true;
  });
}

/** Names in UCDP's list -> names in ours. */
const ucdpNames = new Map(
  Object.entries({
    'Al-Shabaab': 'Al-Shabaab',
    AQIM: 'Al-Qaeda in the Islamic Maghreb',
    JNIM: 'JNIM',
    'Ansar Dine': 'Ansar Dine',
    MUJAO: 'MUJAO',
    MNLA: 'MNLA',
    HCUA: 'HCUA',
    M23: 'M23',
    FDLR: 'FDLR',
    ADF: 'ADF',
    LRA: 'LRA',
    JEM: 'Justice and Equality Movement',
    'SLM/A': 'Sudan Liberation Movement/Army',
    Janjaweed: 'Janjaweed',
    Hamas: 'Hamas',
    Hezbollah: 'Hezbollah',
    Taliban: 'Taliban',
    IS: 'Islamic State',
    CODECO: 'CODECO',
    'SPLM/A – N': 'SPLM-N (al-Hilu)',
    CMA: "Coordination des mouvements de l'Azawad (CMA)",
    GATIA: 'GATIA',
    RSF: 'Rapid Support Forces (RSF)',
    TPLF: 'TPLF',
    UPC: 'Unity for Peace in Central Africa (UPC)',
    'anti-Balaka': 'Anti-balaka',
  }).map(([ucdp, ours]) => [fold(ucdp), ours]),
);

/**
 * @param {string} file
 * @returns {{from: string, to: string, kind: string, otherListed: boolean}[]} relations of listed actors
 */
function relationsIn(file) {
  /** @type {Record<string, string>[]} */
  const rows = parse(readFileSync(file, 'utf8'), { columns: true, bom: true });
  const relations = [];
  for (const row of rows) {
    const ours = ucdpNames.get(fold(row['NameData'] ?? ''));
    if (ours === undefined) continue;
    const list = (/** @type {string | undefined} */ text) =>
      (text ?? '')
        .split(/,\s*/)
        .map((name) => name.trim())
        .filter((name) => name !== '' && name !== 'n/a' && !name.startsWith('Government of'));
    for (const [field, kind] of /** @type {const} */ ([
      ['NamePrev', 'splinter-of'],
      ['NameAlliance', 'ally-of'],
      ['GroupName', 'part-of'],
    ])) {
      for (const name of list(row[field]))
        relations.push({
          from: ours,
          to: ucdpNames.get(fold(name)) ?? name,
          kind,
          otherListed: ucdpNames.has(fold(name)),
        });
    }
    const before = row['NameOrig'] ?? '';
    if (row['NameChange'] === '1' && before !== '' && fold(before) !== fold(row['NameData'] ?? ''))
      relations.push({ from: before, to: ours, kind: 'predecessor-of', otherListed: false });
  }
  return relations;
}

/** @param {string} text lines of fields parted by "|" @returns {string[][]} */
const linesOf = (text) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|'));

const dates = new Map(
  linesOf(ownDates).map(([name = '', from = '', to = '']) => [name, { from, to }]),
);

/**
 * The year a group began, where the CC0 list's description says so plainly; its decade when it says only that.
 * @param {string} description
 * @returns {string | null} EDTF
 */
function foundedIn(description) {
  const content = /\bContent: ([\s\S]*)/.exec(description)?.[1] ?? '';
  const found =
    /\b(?:founded|formed|created|established|was set up|emerged)\b(?: in| on| around)?(?: (?:the )?(?:early|mid|late)[- ])?[^.,;]{0,24}?\b((?:19|20)\d\d)(s?)\b/i.exec(
      content.slice(0, 600),
    );
  if (!found?.[1]) return null;
  return found[2] ? `${found[1].slice(0, 3)}X` : found[1];
}

/** @param {string} folder of misp-galaxy_terrorist-groups.json and ucdp-actors-first-900.csv */
export function buildActors(folder) {
  /** @type {{values: {value: string, description?: string, meta: {summary?: string}}[]}} */
  const galaxy = JSON.parse(
    readFileSync(join(folder, 'misp-galaxy_terrorist-groups.json'), 'utf8'),
  );
  const byValue = new Map(galaxy.values.map((entry) => [entry.value, entry]));
  const used = new Set();
  const own = ownActors
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', kind = '', country = '', others = '', same = ''] = line.split('|');
      const value = same.replace(/^= /, '');
      const entry = byValue.get(value);
      if (value !== '' && entry === undefined) throw new Error(`The list has no "${value}".`);
      if (entry) used.add(value);
      const listed = entry ? [...namesOf(entry.value), ...aliasesIn(entry.meta.summary ?? '')] : [];
      return {
        name,
        kind,
        country: country || null,
        activeFrom: dates.get(name)?.from || (entry && foundedIn(entry.description ?? '')) || null,
        activeTo: dates.get(name)?.to || null,
        names: distinct([...others.split(';'), ...listed], name),
        from: entry ? ['own', 'misp'] : ['own'],
      };
    });
  const rest = galaxy.values
    .filter(({ value }) => !used.has(value) && !left.test(value))
    .map(({ value, meta, description = '' }) => {
      const [name = value, ...short] = namesOf(value);
      return {
        name,
        kind: 'rebel-group',
        country: null,
        activeFrom: foundedIn(description),
        activeTo: null,
        names: distinct([...short, ...aliasesIn(meta.summary ?? '')], name),
        from: ['misp'],
      };
    });
  // a name that two entries share goes to the first: ours before the list's
  const taken = new Set();
  const actors = [...own, ...rest].map((actor) => {
    const names = actor.names.filter((name) => !taken.has(fold(name)));
    for (const name of [actor.name, ...names]) taken.add(fold(name));
    return {
      key: `starter:${fold(actor.name)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')}`,
      ...actor,
      names,
    };
  });
  const listed = new Set(actors.map(({ name }) => name));
  const unknown = [...dates.keys()].filter((name) => !listed.has(name));
  const ownLinks = linesOf(ownRelations).map(([from = '', kind = '', to = '', when = '']) => {
    unknown.push(...[from, to].filter((name) => !listed.has(name)));
    return { from, to, kind, otherListed: true, when: when || null, source: 'own' };
  });
  if (unknown.length > 0) throw new Error(`Not in the list: ${unknown.join('; ')}`);
  const ucdp = relationsIn(join(folder, 'ucdp-actors-first-900.csv')).map((relation) => ({
    ...relation,
    when: null,
    source: 'ucdp',
  }));
  return { version: 1, actors, relations: [...ownLinks, ...ucdp] };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async () => {
    const folder = process.argv[2] ?? inRoot('..', 'shared', 'data', 'actors');
    await reporter().step('Starter actors', async () => {
      const list = buildActors(folder);
      const lines = (/** @type {unknown[]} */ items) =>
        items.map((item) => `    ${JSON.stringify(item)}`).join(',\n');
      writeWhole(
        target,
        `{\n  "version": ${list.version},\n  "actors": [\n${lines(list.actors)}\n  ],\n  "relations": [\n${lines(list.relations)}\n  ]\n}\n`,
      );
    });
    return 0;
  });
}
