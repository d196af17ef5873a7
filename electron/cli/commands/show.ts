import { showRecord } from '../../services/show-record.ts';
import type { Command } from '../command.ts';
import { withCase } from '../common.ts';

export const showCommand: Command = {
  name: 'show',
  usage: 'CASE ID',
  summary: 'Shows one record with everything tied to it, and its history.',
  positionals: ['CASE', 'ID'],
  options: {},
  help: {},
  run: async ({ author, resolve }, [file = '', id = '']) =>
    withCase(resolve(file), { author, readOnly: true }, ({ db }) => {
      const { label, record } = showRecord(db, id);
      return { json: record, text: inWords(record, label) };
    }),
};

/** Fields and lists as lines; nothing that is empty. */
function inWords(json: Readonly<Record<string, unknown>>, title: string): string {
  const lines = [`${String(json['table'])}: ${title}`];
  for (const [name, value] of Object.entries(json)) {
    if (value === null || value === '' || name === 'table' || name === 'history') continue;
    if (!Array.isArray(value) && typeof value !== 'object')
      lines.push(`  ${name}: ${String(value)}`);
    else if (Array.isArray(value) && value.length > 0) {
      lines.push(`  ${name} (${value.length})`);
      for (const item of value) lines.push(`    - ${itemWords(item)}`);
    }
  }
  const history = json['history'];
  if (Array.isArray(history)) lines.push(`  history (${history.length})`);
  return lines.join('\n');
}

function itemWords(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  const record = item as Readonly<Record<string, unknown>>;
  const other = record['other'] as { name?: unknown } | undefined;
  const words = [
    record['role'],
    other?.name,
    record['statement'] ?? record['name'] ?? record['title'] ?? record['body'] ?? record['exact'],
    record['grade'],
    record['attribution'],
  ];
  return (
    words.filter((word) => typeof word === 'string' && word !== '').join(' · ') ||
    String(record['id'])
  );
}
