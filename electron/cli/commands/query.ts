import type { IncidentRow } from '../../../shared/contract/read-calls.ts';
import { incidentIds, incidentsInOrder } from '../../services/incidents.ts';
import { type Command, optionalText, UsageError } from '../command.ts';
import { columns, readFilter, withCase } from '../common.ts';

const defaultLimit = 50;

export const queryCommand: Command = {
  name: 'query',
  usage: 'CASE [FILTER] [--limit N]',
  summary: 'Lists the incidents that match a filter, newest first.',
  positionals: ['CASE', '[FILTER]'],
  options: { limit: { type: 'string' } },
  help: { limit: `how many at most; default ${defaultLimit}, 0 for all` },
  run: async ({ author, resolve }, [file = '', text = ''], values) => {
    const limit = readLimit(optionalText(values, 'limit'));
    const filter = readFilter(text);
    return withCase(resolve(file), { author, readOnly: true }, ({ db }) => {
      const ids = incidentIds(db, filter);
      const chosen = limit === 0 ? ids : ids.slice(0, limit);
      const incidents = incidentsInOrder(db, chosen);
      return {
        json: {
          total: ids.length,
          incidents: incidents.map(({ row, batch }) => incidentShape(row, batch)),
        },
        text: `${ids.length} match${ids.length === 1 ? 'es' : ''}${chosen.length < ids.length ? `, the first ${chosen.length}` : ''}\n${columns(incidents.map(({ row }) => line(row)))}`,
      };
    });
  },
};

function readLimit(text: string | undefined): number {
  if (text === undefined) return defaultLimit;
  if (/^\d{1,7}$/.test(text)) return Number(text);
  throw new UsageError(`--limit takes a number, not "${text}".`);
}

/** The shape of design.md §8. */
function incidentShape(row: IncidentRow, batch: string | null) {
  return {
    id: row.id,
    title: row.title,
    date: row.dateEdtf,
    dateEarliest: row.dateEarliest,
    dateLatest: row.dateLatest,
    place: {
      name: row.place,
      country: row.country,
      admin1: row.admin1,
      admin2: row.admin2,
      lat: row.latitude,
      lon: row.longitude,
      level: row.geoLevel,
      radiusM: row.radiusM,
    },
    eventType: row.eventType,
    subEventType: row.subEventType,
    status: row.status,
    tlp: row.tlp,
    invented: row.invented,
    actors: row.actors.map(({ id, name, role, attribution }) => ({ id, name, role, attribution })),
    tolls: { killed: tollShape(row.killed), injured: tollShape(row.injured) },
    possiblySameAs: row.possiblySameAs,
    batch,
  };
}

function tollShape(toll: IncidentRow['killed']) {
  if (toll === null) return { low: null, high: null, best: null, grade: null, noFigure: false };
  const { low, high, best, bestGrade, noFigure } = toll;
  return { low, high, best, grade: bestGrade, noFigure };
}

function line(row: IncidentRow): readonly string[] {
  const { killed } = row;
  return [
    row.id,
    row.dateEdtf ?? 'undated',
    row.place ?? '',
    killed === null || killed.low === null
      ? ''
      : `${killed.low}${killed.high === null ? '+' : killed.high === killed.low ? '' : `–${killed.high}`} killed`,
    row.status,
    row.title,
  ];
}
