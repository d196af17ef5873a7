import { pluralEn } from '../plural.ts';

export const historyEn = {
  title: 'History',
  subtitle: 'Every change of the case: who, when, why, and what it was before',
  list: 'Changes, newest first',
  states: { done: '', undone: 'taken back', gone: 'can no longer be done again' },
  changes: (count: number) => pluralEn(count, 'change', 'changes'),
  why: 'Why',
  record: 'Record',
  field: 'Field',
  before: 'Before',
  after: 'After',
  moreChanges: (count: number) => `and ${pluralEn(count, 'more change', 'more changes')}`,
  show: (title: string) => `Show the changes of “${title}”`,
  onlyThis: (record: string) => `Only the history of ${record}`,
  filtered: 'One record and what hangs on it',
  showAll: 'Whole case',
  loadMore: 'Older changes',
  empty: 'No change yet',
  emptyNext: 'Everything you enter, edit, delete or import will be listed here.',
  undoHelp:
    'Undo takes back the newest step first, one after the other; undone steps can be done again until something new is entered. An import is taken back as a whole. Nothing is ever erased from this list.',
  undoImport: 'Undo this import',
  undoImportTitle: 'Take back this import?',
  undoImportBody:
    'Records it added are deleted and records it changed get their former values. What was edited by hand since stays as it is.',
  batchUndone: (undone: number, kept: number) =>
    kept === 0
      ? `${pluralEn(undone, 'record', 'records')} taken back.`
      : `${pluralEn(undone, 'record', 'records')} taken back, ${pluralEn(kept, 'record', 'records')} kept because of later edits.`,
  check: 'Check the case',
  checking: 'Checking every record, link and checksum…',
  checkGood: 'The case is sound.',
  checkGoodNext: 'The file, its records, their links, checksums and the search index agree.',
  checkBad: (count: number) => `${pluralEn(count, 'problem', 'problems')} found.`,
  checkBadNext:
    'Save a copy now and do not delete older copies. What was found, for whoever helps you:',
  /** Nothing but indexes and what is worked out was found wrong. */
  checkIndexes:
    'Your records are whole. Only what is worked out from them disagrees: the search index, the points of the map, tolls or sort keys. It can be built anew.',
  reindex: 'Rebuild the search index',
  reindexed: (incidents: string, others: string) =>
    `The search index is built anew: ${incidents} incidents and ${others} other records.`,
  moreProblems: (count: number) => `and ${count} more`,
  noValue: 'empty',
  picture: 'a picture',
  yes: 'yes',
  no: 'no',
  recordId: (start: string) => `record …${start}`,
  action: (kind: string, title: string) => `${kind} “${title}”`,
};
