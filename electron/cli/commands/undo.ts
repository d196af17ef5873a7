import { isId } from '../../../shared/lib/ids.ts';
import { undo } from '../../services/undo.ts';
import { undoBatch } from '../../services/undo-batch.ts';
import { type Command, optionalText, UsageError } from '../command.ts';
import { withCase } from '../common.ts';

export const undoCommand: Command = {
  name: 'undo',
  usage: 'CASE [--batch ID]',
  summary: 'Takes back the last change, or one import however long ago.',
  positionals: ['CASE'],
  options: { batch: { type: 'string' } },
  help: { batch: 'the import to take back, as `import` printed it; later edits are kept' },
  run: async ({ author, resolve }, [file = ''], values) => {
    const batch = optionalText(values, 'batch');
    if (batch !== undefined && !isId(batch))
      throw new UsageError('--batch takes the id of an import.');
    const path = resolve(file);
    return withCase(path, { author }, (session) => {
      if (batch === undefined) {
        const { kind, title } = undo(session);
        return { json: { case: path, kind, title }, text: `Took back: ${kind} "${title}".` };
      }
      const { undone, kept } = undoBatch(session, batch);
      return {
        json: { case: path, batch, undone, kept },
        text: `Took back the import: ${undone} records; ${kept} kept because of later work.`,
      };
    });
  },
};
