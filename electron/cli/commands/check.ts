import { checkCase } from '../../services/check.ts';
import type { Command } from '../command.ts';
import { columns, withCase } from '../common.ts';

export const checkCommand: Command = {
  name: 'check',
  usage: 'CASE',
  summary:
    'Checks a case: integrity, references, hashes, history, search index. Exit 1 when damaged.',
  positionals: ['CASE'],
  options: {},
  help: {},
  run: async ({ author, resolve }, [file = '']) =>
    withCase(resolve(file), { author, readOnly: true }, (session) => {
      const { ok, problems } = checkCase(session);
      const rows = problems.map(({ code, table, id, message }) => [
        code,
        table ?? '',
        id ?? '',
        message,
      ]);
      return {
        json: { ok, problems },
        text: ok ? 'The case is sound.' : `${problems.length} problems:\n${columns(rows)}`,
        exitCode: ok ? 0 : 1,
      };
    }),
};
