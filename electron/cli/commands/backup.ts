import { backupCase } from '../../services/backup.ts';
import { caseState } from '../../services/case-state.ts';
import { type Command, requiredOption } from '../command.ts';
import { bytesWords, countWords, withCase } from '../common.ts';

export const backupCommand: Command = {
  name: 'backup',
  usage: 'CASE --out FILE',
  summary: 'Writes a whole, checked copy of a case with its SHA-256 beside it.',
  positionals: ['CASE'],
  options: { out: { type: 'string' } },
  help: { out: 'file to write; FILE.sha256 comes beside it' },
  run: async ({ author, resolve }, [file = ''], values) => {
    const out = resolve(requiredOption(values, 'out'));
    return withCase(resolve(file), { author, readOnly: true }, async (session) => {
      const { bytes, sha256 } = await backupCase(session, out);
      const { counts } = caseState(session);
      return {
        json: { out, bytes, records: counts, leftOut: {}, sha256 },
        text: `Wrote ${out} (${bytesWords(bytes)}): ${countWords(counts)}.\nSHA-256 ${sha256}`,
      };
    });
  },
};
