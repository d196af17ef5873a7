// One entry per code of shared/contract/errors.ts: what happened, and what the analyst can do next.
import type { ErrorCode } from '../../../shared/contract/errors.ts';

export interface ErrorWords {
  readonly title: string;
  readonly next: string;
}

const codes: { readonly [C in ErrorCode]: ErrorWords } = {
  'input/invalid': {
    title: 'Something entered here cannot be kept as it is.',
    next: 'Look at the fields marked in red and correct them. Nothing was saved.',
  },
  'call/unknown': {
    title: 'This version of Cairn does not know that command.',
    next: 'Restart Cairn. If it happens again, the installation is incomplete.',
  },
  'call/untrusted': {
    title: 'A request from an unknown page was refused.',
    next: 'Restart Cairn. Your case was not touched.',
  },
  'call/cancelled': {
    title: 'Stopped at your request.',
    next: 'Nothing was changed.',
  },
  'engine/unavailable': {
    title: 'The part of Cairn that keeps the case is not answering.',
    next: 'It restarts by itself; try again in a few seconds. Everything saved so far is in the file.',
  },
  internal: {
    title: 'Cairn made a mistake here.',
    next: 'Nothing was saved by this step. Try again; if it stays, check the case under History.',
  },
  'work/ended': {
    title: 'Long work ended before it was done.',
    next: 'Perhaps the laptop had no memory left. What was not finished is not in the case. Close other programs and try again; a large file can be taken in parts.',
  },
  'view/stale': {
    title: 'The list has changed meanwhile.',
    next: 'Try again; it is then read anew.',
  },
  'case/none-open': {
    title: 'No case is open.',
    next: 'Open a case or make a new one first.',
  },
  'case/not-found': {
    title: 'The case file is no longer there.',
    next: 'It may have been moved, renamed, or lie on a drive that is not connected. Choose it by hand.',
  },
  'case/exists': {
    title: 'There is already a file of that name.',
    next: 'Choose another name. Cairn never replaces a case by a new one.',
  },
  'case/not-a-case': {
    title: 'This file is not a Cairn case.',
    next: 'Choose a file that ends in .cairn. A pack (.cairnpack) is imported into an open case instead.',
  },
  'case/newer-version': {
    title: 'This case was last used with a newer version of Cairn.',
    next: 'Open it with that version, or ask for a pack. The file was not changed.',
  },
  'case/corrupt': {
    title: 'This case file is damaged.',
    next: 'Do not go on working with it. Open your last copy; Cairn keeps one beside the file from before each upgrade.',
  },
  'case/locked': {
    title: 'This case is open in another program.',
    next: 'Close it there and try again. Two writers would spoil each other’s work.',
  },
  'case/read-only': {
    title: 'This case can be read but not changed.',
    next: 'Save a copy to a place where you may write, and go on there.',
  },
  'case/busy': {
    title: 'Something long is being written.',
    next: 'Wait for its end, or stop it in the list of background work below. What you entered here is still here.',
  },
  'case/migration-failed': {
    title: 'This case could not be brought to the present format.',
    next: 'The copy made beforehand lies beside it, unchanged. Keep both files.',
  },
  'disk/full': {
    title: 'The disk is full.',
    next: 'Make room and try again. The last step was not saved; everything before it was.',
  },
  'disk/unavailable': {
    title: 'The drive or folder cannot be reached.',
    next: 'Connect it again or choose another place.',
  },
  'record/not-found': {
    title: 'This record does not exist in the case.',
    next: 'It may have been taken back by undo. Look in History.',
  },
  'record/changed': {
    title: 'This record was changed since you opened it.',
    next: 'Your entry is still here. Compare it with what is stored now, then save again.',
  },
  'record/in-use': {
    title: 'Other records rest on this one.',
    next: 'Change or delete those first.',
  },
  'filter/invalid': {
    title: 'A part of the filter is not understood.',
    next: 'The list shows what the rest of the filter matches. Correct the marked part.',
  },
  'undo/nothing': {
    title: 'There is nothing to undo or redo.',
    next: 'History shows every step and whether it was taken back.',
  },
  'file/token-unknown': {
    title: 'That choice of file has expired.',
    next: 'Choose the file again.',
  },
  'file/too-large': {
    title: 'This file is too large.',
    next: 'Up to 200 MB can be kept in a case. Store it elsewhere and note where.',
  },
  'file/unreadable': {
    title: 'This file cannot be read.',
    next: 'Check that it exists and that you may read it, then try again.',
  },
  'place/gazetteer-missing': {
    title: 'The list of places is not installed.',
    next: 'Places can still be set on the map or by coordinates.',
  },
  'pack/not-a-pack': {
    title: 'This file is not a Cairn pack.',
    next: 'A pack ends in .cairnpack. Ask the sender to export it again.',
  },
  'pack/damaged': {
    title: 'This pack is damaged or cut short.',
    next: 'Ask for it again; the copy may have been interrupted. Your case was not touched.',
  },
  'pack/unsafe-path': {
    title: 'This pack was refused: a file in it tries to leave its folder.',
    next: 'No honest pack does that. Do not open it elsewhere, and tell the sender. Your case was not touched.',
  },
  'pack/symlink': {
    title: 'This pack was refused: it holds a link to another place on the disk.',
    next: 'No honest pack does that. Tell the sender. Your case was not touched.',
  },
  'pack/duplicate-entry': {
    title: 'This pack was refused: two files in it have the same name.',
    next: 'It cannot be told which one counts. Tell the sender. Your case was not touched.',
  },
  'pack/unexpected-entry': {
    title: 'This pack was refused: it holds a file that does not belong in a pack.',
    next: 'Ask the sender to export it again with Cairn. Your case was not touched.',
  },
  'pack/too-large': {
    title: 'This pack is too large.',
    next: 'Ask the sender for a part of it, by filter. Your case was not touched.',
  },
  'pack/bomb': {
    title: 'This pack was refused: it would swell to an absurd size when unpacked.',
    next: 'That is a known form of attack. Tell the sender. Your case was not touched.',
  },
  'pack/wrong-hash': {
    title: 'This pack was refused: its content differs from its own checksums.',
    next: 'It was changed or damaged after export. Ask for it again. Your case was not touched.',
  },
  'pack/newer-version': {
    title: 'This pack was made with a newer version of Cairn.',
    next: 'Update Cairn, or ask the sender to export it with your version. Your case was not touched.',
  },
  'pack/invalid-content': {
    title: 'This pack was refused: a record in it breaks the rules of its own format.',
    next: 'Ask the sender to check the case and export it again. Your case was not touched.',
  },
  'pack/encrypted': {
    title: 'This pack is locked in a way that Cairn does not open.',
    next: 'Cairn opens packs sealed with a passphrase (age), no zip passwords and none locked for a key. Ask for one of those, or for an open one over a channel you trust.',
  },
  'pack/bad-signature': {
    title: 'The signature of this pack does not fit what is inside.',
    next: 'It was altered or damaged after its author signed it. Nothing was taken from it. Ask for it again, and tell your colleague.',
  },
  'pack/untrusted': {
    title: 'First make sure who made this pack.',
    next: 'Ask your colleague by phone or face to face, then tick the box beside the warning and import.',
  },
  'pack/passphrase-needed': {
    title: 'This pack is sealed with a passphrase.',
    next: 'Ask whoever made it, by another way than the pack came.',
  },
  'pack/wrong-passphrase': {
    title: 'This is not the passphrase of the pack.',
    next: 'Mind capitals and the spaces between words. Nothing was read.',
  },
  'key/unreadable': {
    title: 'The key that signs your packs cannot be read.',
    next: 'Put its file back from a copy of the folder “keys” in your user profile. If it is lost, take the file away: Cairn makes a new key, and your colleagues compare its words anew.',
  },
  'map-file/unknown-kind': {
    title: 'This file is no map that Cairn can draw.',
    next: 'Choose a PMTiles, MBTiles or GeoJSON file. Other forms can be turned into one of these with GIS tools.',
  },
  'map-file/damaged': {
    title: 'This map file is damaged.',
    next: 'The details say what cannot be read. Copy the file again from where it came, or choose another.',
  },
  'map-file/unsupported': {
    title: 'This map file holds something that Cairn does not draw.',
    next: 'The details say what. Tiles must be vector tiles, PNG, JPEG or WebP in the usual web projection with an index; shapes in longitude and latitude.',
  },
  'map-file/empty': {
    title: 'There is nothing to draw in this map file.',
    next: 'Choose another file. This one was not added.',
  },
  'report/map-failed': {
    title: 'The map of the report could not be drawn, so nothing was written.',
    next: 'Close other programs and save the report again. If it fails again, switch its map off and save it without.',
  },
  'report/failed': {
    title: 'The report could not be printed.',
    next: 'Check that the place to save it can be written, then try again.',
  },
};

export const errorsEn = {
  codes,
  details: 'Details',
  /** `counted`: the records that forbid a deletion, as “4 claims, 1 source”. */
  inUse: (counted: string) => `Other records rest on this one: ${counted}.`,
  technical: 'Technical message (English)',
  tryAgain: 'Try again',
  screenFailed: 'This screen stopped.',
  screenFailedNext:
    'The other screens still work, and everything saved is in the file. Try again; if it stays, restart Cairn.',
};
