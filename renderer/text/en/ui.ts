/** Words of the primitives in `renderer/ui`. */
export const uiEn = {
  close: 'Close',
  cancel: 'Cancel',
  remove: 'Remove',
  removeNamed: (name: string) => `Remove ${name}`,
  addValue: (value: string) => `Add “${value}”`,
  searching: 'Searching…',
  nothingFound: 'Nothing found.',
  showChoices: (label: string) => `Show choices: ${label}`,
  notifications: 'Notifications',
  reliability: (letter: string, words: string) => `Source ${letter}: ${words}`,
  credibility: (digit: string, words: string) => `Claim ${digit}: ${words}`,
  more: 'More',
};
