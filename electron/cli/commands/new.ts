import { basename } from 'node:path';
import { caseState } from '../../services/case-state.ts';
import { closeCase, createCase } from '../../services/cases.ts';
import { fillSample, sampleTitle } from '../../services/sample.ts';
import { type Command, optionalText, UsageError } from '../command.ts';
import { countWords, readLabel } from '../common.ts';
import { emptyCounts } from '../results.ts';

export const newCommand: Command = {
  name: 'new',
  usage: 'CASE [--title TEXT] [--tlp LABEL] [--sample | --training]',
  summary: 'Makes a case, empty or with one of the samples in it.',
  positionals: ['CASE'],
  options: {
    title: { type: 'string' },
    tlp: { type: 'string' },
    sample: { type: 'boolean' },
    training: { type: 'boolean' },
  },
  help: {
    title: 'title of the case; else the file name or the title of the sample',
    tlp: 'label of the case: CLEAR, GREEN, AMBER, AMBER+STRICT or RED',
    sample: 'fill it with the Djibo sample',
    training: 'fill it with the invented training sample',
  },
  run: async ({ author, resolve }, [file = ''], values) => {
    if (values['sample'] === true && values['training'] === true)
      throw new UsageError('Choose either --sample or --training.');
    const which =
      values['sample'] === true ? 'djibo' : values['training'] === true ? 'training' : undefined;
    const tlp = readLabel(values, 'tlp');
    if (which !== undefined && (tlp !== undefined || optionalText(values, 'title') !== undefined))
      throw new UsageError('A sample brings its own title and label.');
    const path = resolve(file);
    const title =
      which === undefined
        ? (optionalText(values, 'title') ?? basename(path).replace(/\.cairn$/, ''))
        : sampleTitle(which);
    const what = { title, invented: which === 'training', ...(tlp !== undefined && { tlp }) };
    const session = createCase(path, what, { author });
    try {
      if (which !== undefined) fillSample(session, which);
      const { counts } = caseState(session);
      const added = Object.values(counts).reduce((sum, count) => sum + count, 0);
      return {
        json: { case: path, batch: null, ...emptyCounts, added, warnings: [], byTable: counts },
        text: `Made ${path}: ${which === undefined ? 'empty' : countWords(counts)}.`,
      };
    } finally {
      closeCase(session);
    }
  },
};
