/** `shared/domain/filter.ts` as SQL over the table `incident`. One function per field. */
import type { Filter } from '../../../shared/domain/filter.ts';
import { tlpLabels } from '../../../shared/domain/vocabulary.ts';
import { fold } from '../../../shared/lib/fold.ts';
import { joinSql, listOf, type Sql, sql } from '../sql.ts';
import { boxCondition, nearCondition, polygonCondition } from './area-condition.ts';
import { countryCodesByName } from './country-names.ts';
import { ftsPhrase, ftsPhrases, joinPhrases } from './fts-query.ts';

const always = sql`1`;

/** Nothing to search for in a text means that it rules nothing out. */
function textCondition(text: string): Sql {
  const keys = textKeys(text);
  return keys === undefined ? always : sql`incident.pk IN (${keys})`;
}

/** Statement for the keys of the incidents, deleted or not, that hold the words; undefined: all do. */
export function textKeys(text: string): Sql | undefined {
  const phrases = ftsPhrases(text);
  return phrases.length === 0 ? undefined : phrasesKeys(phrases);
}

/** Statement for the keys of the incidents, deleted or not, that hold all of these phrases of FTS5. */
export function phrasesKeys(phrases: readonly string[]): Sql {
  const query = joinPhrases(phrases);
  return sql`SELECT rowid AS pk FROM incident_fts WHERE incident_fts MATCH ${query}`;
}

/** Statement for the keys of the incidents, deleted or not, with one phrase of FTS5. */
function phraseKeys(phrase: string, condition: Sql): Sql {
  return sql`SELECT rowid AS pk FROM incident_fts WHERE incident_fts MATCH ${phrase} AND ${condition}`;
}

/** Of those with keys above `after` up to `upTo`. */
export function phraseKeysBetween(phrase: string, after: number, upTo: number): Sql {
  // numbers come to SQLite as fractions, which the word index does not compare its rows with
  return phraseKeys(phrase, sql`rowid BETWEEN ${BigInt(after + 1)} AND ${BigInt(upTo)}`);
}

/** Of those with one of these keys. */
export function phraseKeysOf(phrase: string, keys: readonly number[]): Sql {
  return phraseKeys(phrase, sql`rowid IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`);
}

/** Statement for the keys of the actors that these words name; undefined: they name any. */
export function actorKeys(words: string): Sql | undefined {
  const query = ftsPhrase(words, true);
  if (query === undefined) return undefined;
  return sql`SELECT actor.pk AS pk FROM actor JOIN search_doc ON search_doc.record_id = actor.id
    WHERE search_doc.table_name = 'actor' AND search_doc.pk IN (
      SELECT rowid FROM search_fts WHERE search_fts MATCH ${`title : ${query}`})`;
}

/** Statement for the keys of the incidents that a filter matches. */
export function matchingKeys(filter: Filter): Sql {
  return sql`SELECT incident.pk AS pk FROM incident WHERE ${filterCondition(filter)}`;
}

/** An open end reaches any day; a date that is unknown at both ends reaches none. */
function afterCondition(day: string): Sql {
  return sql`incident.date_latest >= ${day}
    OR (incident.date_latest IS NULL AND incident.date_earliest IS NOT NULL)`;
}

function beforeCondition(day: string): Sql {
  return sql`incident.date_earliest <= ${day}
    OR (incident.date_earliest IS NULL AND incident.date_latest IS NOT NULL)`;
}

type ActorPart = NonNullable<Filter['actors']>[number];

function actorCondition({ words, id, role }: ActorPart): Sql {
  const parts: Sql[] = [sql`link.kind = 'actor-incident' AND link.deleted_at IS NULL`];
  if (role !== undefined) parts.push(sql`link.role = ${role}`);
  const query = words === undefined ? undefined : ftsPhrase(words, true);
  if (id !== undefined) parts.push(sql`link.from_id = ${id}`);
  else if (query !== undefined) {
    parts.push(sql`link.from_id IN (
      SELECT record_id FROM search_doc WHERE table_name = 'actor' AND pk IN (
        SELECT rowid FROM search_fts WHERE search_fts MATCH ${`title : ${query}`}))`);
  }
  return sql`incident.id IN (SELECT link.to_id FROM link WHERE ${joinSql(parts, 'AND', always)})`;
}

/** Any of the words: in the names of the place, in its areas, or as the name of the country. */
function placesCondition(places: readonly string[]): Sql {
  const phrases = places.flatMap((place) => ftsPhrase(place, true) ?? []);
  if (phrases.length < places.length || phrases.length === 0) return always;
  const query = `place : (${phrases.join(' OR ')})`;
  return sql`incident.pk IN (SELECT rowid FROM incident_fts WHERE incident_fts MATCH ${query})
    OR incident.country IN (${listOf(places.flatMap(countryCodesByName))})`;
}

function typesCondition(types: readonly string[]): Sql {
  const lower = listOf(types.map((type) => type.toLowerCase()));
  return sql`lower(incident.event_type) IN (${lower})
    OR lower(incident.sub_event_type) IN (${lower})`;
}

function tagsCondition(tags: readonly string[]): Sql {
  return sql`incident.id IN (
    SELECT tagging.target_id FROM tagging JOIN tag ON tag.id = tagging.tag_id
    WHERE tagging.target_table = 'incident' AND tagging.deleted_at IS NULL
      AND tag.deleted_at IS NULL AND fold(tag.name) IN (${listOf(tags.map(fold))}))`;
}

/** The region as the case names it, accents and case apart. */
function regionsCondition(regions: readonly string[]): Sql {
  const parts = regions.map((region) => {
    const name = fold(region.slice(3));
    return sql`(incident.country = ${region.slice(0, 2)} AND fold(incident.admin1) = ${name})`;
  });
  return joinSql(parts, 'OR', always);
}

/** A province of its name in any region of the country; one without a region is no place in the columns. */
function provincesCondition(provinces: readonly string[]): Sql {
  const parts = provinces.map((province) => {
    const name = fold(province.slice(3));
    return sql`(incident.country = ${province.slice(0, 2)} AND incident.admin1 IS NOT NULL
      AND fold(incident.admin2) = ${name})`;
  });
  return joinSql(parts, 'OR', always);
}

function gradesCondition(grades: readonly string[]): Sql {
  const ungraded = grades.includes('none') ? sql` OR incident.best_grade IS NULL` : sql``;
  return sql`incident.best_grade IN (${listOf(grades)})${ungraded}`;
}

function sourcesCondition(sources: readonly string[]): Sql {
  return sql`incident.id IN (SELECT incident_id FROM claim
    WHERE claim.deleted_at IS NULL AND claim.source_id IN (${listOf(sources)}))`;
}

/** What an import brought and what it changed, be it the incident itself or a claim on it. */
function batchCondition(batch: string): Sql {
  return sql`incident.id IN (
    SELECT id FROM incident WHERE origin = ${batch}
    UNION SELECT change.record_id FROM action JOIN change ON change.action_seq = action.seq
      WHERE action.batch = ${batch} AND action.kind = 'import' AND change.table_name = 'incident'
    UNION SELECT claim.incident_id FROM action JOIN change ON change.action_seq = action.seq
      JOIN claim ON claim.id = change.record_id
      WHERE action.batch = ${batch} AND action.kind = 'import' AND change.table_name = 'claim')`;
}

const questions = sql`SELECT target_id FROM note
  WHERE target_table = 'incident' AND kind = 'question' AND is_resolved = 0
    AND deleted_at IS NULL`;

function isGiven<T>(list: readonly T[] | undefined): list is readonly T[] {
  return list !== undefined && list.length > 0;
}

/**
 * The condition of a filter. Empty lists say nothing. A flag that is false asks for the opposite of
 * what it asks for when true. Without `deleted` only live incidents match.
 */
export function filterCondition(filter: Filter): Sql {
  const parts: Sql[] = [
    filter.deleted ? sql`incident.deleted_at IS NOT NULL` : sql`incident.deleted_at IS NULL`,
  ];
  const { text, after, before, undated, killedMin, killedMax } = filter;
  if (text !== undefined) parts.push(textCondition(text));
  if (after !== undefined) parts.push(afterCondition(after));
  if (before !== undefined) parts.push(beforeCondition(before));
  if (undated !== undefined) {
    const none = sql`incident.date_earliest IS NULL AND incident.date_latest IS NULL`;
    parts.push(undated ? none : sql`NOT (${none})`);
  }
  for (const actor of filter.actors ?? []) parts.push(actorCondition(actor));
  if (isGiven(filter.places)) parts.push(placesCondition(filter.places));
  if (isGiven(filter.countries)) parts.push(sql`incident.country IN (${listOf(filter.countries)})`);
  if (isGiven(filter.regions)) parts.push(regionsCondition(filter.regions));
  if (isGiven(filter.provinces)) parts.push(provincesCondition(filter.provinces));
  if (isGiven(filter.types)) parts.push(typesCondition(filter.types));
  if (isGiven(filter.targets)) {
    parts.push(sql`EXISTS (SELECT 1 FROM json_each(incident.targets) AS target
      WHERE target.value IN (${listOf(filter.targets)}))`);
  }
  if (isGiven(filter.statuses)) parts.push(sql`incident.status IN (${listOf(filter.statuses)})`);
  if (killedMin !== undefined) {
    parts.push(sql`incident.killed_given = 1
      AND (incident.killed_high IS NULL OR incident.killed_high >= ${killedMin})`);
  }
  if (killedMax !== undefined) {
    parts.push(sql`incident.killed_given = 1 AND incident.killed_low <= ${killedMax}`);
  }
  if (filter.credibilityAtLeast !== undefined) {
    parts.push(sql`incident.best_credibility <= ${filter.credibilityAtLeast}`);
  }
  if (isGiven(filter.grades)) parts.push(gradesCondition(filter.grades));
  if (isGiven(filter.sources)) parts.push(sourcesCondition(filter.sources));
  if (isGiven(filter.tags)) parts.push(tagsCondition(filter.tags));
  if (filter.tlpMax !== undefined) {
    const labels = tlpLabels.slice(0, tlpLabels.indexOf(filter.tlpMax) + 1);
    parts.push(sql`incident.tlp IN (${listOf(labels)})`);
  }
  if (filter.batch !== undefined) parts.push(batchCondition(filter.batch));
  if (filter.box !== undefined) parts.push(boxCondition(filter.box));
  if (filter.near !== undefined) parts.push(nearCondition(filter.near));
  if (filter.polygon !== undefined) parts.push(polygonCondition(filter.polygon));
  if (filter.openQuestion !== undefined) {
    parts.push(
      filter.openQuestion
        ? sql`incident.id IN (${questions})`
        : sql`incident.id NOT IN (${questions})`,
    );
  }
  return joinSql(parts, 'AND', always);
}
