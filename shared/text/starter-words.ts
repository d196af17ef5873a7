/** Where an actor of the starter list comes from, as it is written into the record. */
import type { Lang } from './lang.ts';

export interface StarterWords {
  readonly own: string;
  readonly misp: string;
  readonly ucdp: string;
}

const words: Readonly<Record<Lang, StarterWords>> = {
  en: {
    own: 'Names and dates from Cairn’s starter list.',
    misp: 'Names from the list “Canada Listed Terrorist Entities” of the MISP galaxy (CC0).',
    ucdp: 'UCDP Actor Dataset 22.1, Uppsala Conflict Data Program (CC BY 4.0).',
  },
  fr: {
    own: 'Noms et dates issus de la liste de départ de Cairn.',
    misp: 'Noms issus de la liste « Canada Listed Terrorist Entities » de la galaxie MISP (CC0).',
    ucdp: 'UCDP Actor Dataset 22.1, Uppsala Conflict Data Program (CC BY 4.0).',
  },
};

export function starterWords(lang: Lang): StarterWords {
  return words[lang];
}
