/** Verbs and adjectives for what happened to people, folded; English and French. */
import type { Outcome } from '../../domain/vocabulary.ts';
import type { Measure } from '../types.ts';

export const outcomeOfMeasure: Readonly<Record<Measure, Outcome | null>> = {
  killed: 'killed',
  wounded: 'injured',
  missing: 'missing',
  captured: 'captured',
  abducted: 'captured',
  arrested: 'captured',
  displaced: 'displaced',
  denial: null,
};

type Counted = Exclude<Measure, 'denial'>;

function table(lines: Partial<Readonly<Record<Counted, string>>>): ReadonlyMap<string, Counted> {
  const map = new Map<string, Counted>();
  for (const [measure, words] of Object.entries(lines) as [Counted, string][]) {
    for (const word of words.split(' ')) map.set(word, measure);
  }
  return map;
}

/** After the people: "12 soldiers were killed", "7 blesses", "sont portes disparus". */
export const suffered = table({
  killed:
    'killed dead died slain murdered executed beheaded massacred shot slaughtered drowned perished burned deaths fatalities neutralised neutralized eliminated lynched ' +
    'tues tue tuee tuees morts mort mortes morte decedes decede decedees decedee executes execute executees executee abattus abattu abattue abattues egorges egorge egorgees egorgee ' +
    'assassines assassine assassinees assassinee massacres massacre massacrees neutralises neutralise neutralisee deces peri fauches fauche tombes fallen decapites decapite brules perdu',
  wounded: 'wounded injured hurt maimed injuries blesses blesse blessee blessees mutiles touches',
  missing: 'missing unaccounted disparus disparu disparue disparues',
  abducted:
    'kidnapped abducted enleves enleve enlevee enlevees kidnappes kidnappe kidnappee kidnappees sequestres',
  captured: 'captured captive captures capture capturee prisonniers',
  arrested: 'arrested detained interpelles interpelle interpellee arretes arrete arretee',
  displaced: 'displaced fled uprooted deplaces deplacees fui',
});

/** Before the people: "killed 12 soldiers", "a fait 7 blesses", "enlever deux femmes". */
export const inflicted = table({
  killed:
    'killed killing kill kills murdered murdering executed executing beheaded beheading massacred massacring slaughtered gunned slaying claimed neutralised neutralized neutralising eliminated lost shot buried ' +
    'tue tues tuer tuant tuent execute executer abattu abattre egorge egorger assassine assassiner massacre massacrer neutralise neutraliser elimine eliminer perdu perdre fauche decapite enterre enterres inhume inhumes',
  wounded: 'wounded wounding injured injuring hurt hurting maimed blesse blesser blessant',
  abducted:
    'kidnapped kidnapping abducted abducting seized enleve enlever enlevant kidnappe kidnapper emmene',
  captured: 'captured capturing capture capturer capturant',
  arrested: 'arrested detained arresting interpelle arrete',
  displaced: 'displaced displacing uprooted deplace',
});

/** "the death of 12 soldiers", "la mort de 12 soldats". */
export const nominal = table({
  killed:
    'death deaths killing killings murder murders execution executions massacre mort deces assassinat assassinats meurtre meurtres execution executions perte',
  abducted: 'kidnapping abduction kidnappings abductions enlevement enlevements rapt',
  wounded: 'wounding',
  displaced: 'displacement deplacement',
  captured: 'capture',
  missing: 'disappearance disparition',
  arrested: 'arrest arrestation',
});
