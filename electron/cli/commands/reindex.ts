import { reindexCase } from '../../services/reindex.ts';
import type { Command } from '../command.ts';
import { withCase } from '../common.ts';

export const reindexCommand: Command = {
  name: 'reindex',
  usage: 'CASE',
  summary: 'Builds the search and map indexes of a case anew from its records.',
  positionals: ['CASE'],
  options: {},
  help: {},
  run: async ({ author, resolve }, [file = '']) => {
    const path = resolve(file);
    return withCase(path, { author }, (session) => {
      const { incidents, documents } = reindexCase(session);
      return {
        json: { case: path, incidents, documents },
        text: `Indexed ${incidents} incidents and ${documents} other records.`,
      };
    });
  },
};
