// Before each file of tests: which examples its properties draw. `npm test` gives one seed for all,
// so that the same tree gives the same answer; `npm run check` gives none and each run looks
// elsewhere (decision 0134). A refuted property prints its own seed either way.
import fc from 'fast-check';

const seed = process.env['CAIRN_SEED'];
if (seed !== undefined && seed !== '') fc.configureGlobal({ seed: Number(seed) });
