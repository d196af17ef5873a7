/** Nouns for people who are hurt, with the party they belong to; all folded. */
import type { Party } from '../../domain/vocabulary.ts';

const lines: Readonly<Record<Exclude<Party, 'mixed'>, string>> = {
  military:
    'helmet helmets soldier soldiers troop troops servicemen serviceman peacekeeper peacekeepers commando commandos paratrooper paratroopers conscript conscripts recruit recruits ' +
    'sergeant sergeants lieutenant captain volunteer volunteers militiaman-vdp vdp auxiliaries auxiliary navy marines marine guards ' +
    'soldat soldats militaire militaires bidasses parachutiste parachutistes sous-officier sous-officiers officier officiers volontaire volontaires suppletifs casques garde gardes mercenaires mercenary mercenaries vigilante vigilantes airmen airman sailors infantrymen servicewoman servicewomen reservists reservist gunner trainees cadets legionnaires legionnaire gunners sentries sentry bluehats tirailleurs fantassins artilleurs cavaliers sous-lieutenant caporal caporaux corporal corporals brigadier miliciens-vdp supletifs auxiliaires paramilitaires paramilitaries bodyguards bodyguard gardes-du-corps troupes conscrits reservistes',
  police:
    'policeman policemen policewoman police constable constables gendarme gendarmes officer officers ' +
    'policier policiers policiere policieres douanier douaniers commissaire commissaires customs rangers ranger prison-guards wardens gardiens-de-prison garde-frontieres',
  civilian:
    'civilian civilians villager villagers resident residents farmer farmers herder herders herdsmen trader traders passenger passengers woman women child children ' +
    'girl girls boy boys baby babies infant infants teacher teachers student students pupil pupils schoolchildren schoolgirls schoolboys worker workers driver drivers priest priests ' +
    'worshipper worshippers worshiper worshipers imam imams pilgrim pilgrims refugee refugees family families household households journalist journalists doctor doctors nurse nurses ' +
    'miner miners fisherman fishermen fishers shepherd shepherds merchant merchants elder elders mourner mourners traveller travellers travelers commuters labourers labourer laborers ' +
    'catechist catechists server servers seminarian seminarians clergyman worker-aid principal vice-principal headmaster missionary missionaries nun nuns pastor pastors monk tourist tourists chief motorist motorists idps returnees shoppers bystander bystanders humanitarians mother father son daughter ' +
    'civil civils civile civiles habitant habitants habitante habitantes villageois villageoise villageoises paysan paysans agriculteur agriculteurs cultivateur cultivateurs eleveur eleveurs berger bergers ' +
    'commercant commercants commercante commercantes passager passagers femme femmes enfant enfants fille filles fillette fillettes garcon garcons bebe bebes nourrisson nourrissons ' +
    'enseignant enseignants enseignante instituteur instituteurs eleve eleves etudiant etudiants ouvrier ouvriers chauffeur chauffeurs conducteur conducteurs pretre pretres fidele fideles ' +
    'imams pelerin pelerins refugie refugies famille familles menage menages journaliste journalistes medecin medecins infirmier infirmiers orpailleur orpailleurs mineur mineurs pecheur pecheurs ' +
    'transporteur transporteurs voyageur voyageurs catechiste catechistes seminariste seminaristes missionnaire missionnaires religieuse religieuses pasteur pasteurs touriste touristes humanitaire humanitaires vieillard vieillards ' +
    'shopkeeper shopkeepers barber barbers tailor tailors baker bakers cook cooks cleaner cleaners carpenter carpenters neighbour neighbours neighbor neighbors voisin voisins voisine voisines worshiper-s vendor vendors hawker hawkers butcher butchers citizen citizens national nationals migrant migrants parishioner parishioners deacon deacons evangelist evangelists hunter hunters bride groom wedding-goers guest guests patient patients prisoner-of grandmother grandfather brother brothers sister sisters sons daughters mothers fathers wife wives husband siblings toddler toddlers teenager teenagers adolescent adolescents newborn newborns infants relatives cousin cousins nephew uncle aunt herdswoman shepherdess demonstrator demonstrators protester protesters negotiator negotiators electrician electricians engineer engineers technician technicians mechanic mechanics lecturer lecturers lawyer lawyers judge judges politician politicians councillor councillors mayor loggers woodcutters charcoal-burners cyclist cyclists pedestrian pedestrians motorcyclist motorcyclists aid-worker porter porters guard-civil caretaker watchman watchmen settler settlers nomad nomads pastoralist pastoralists cattle-keepers breadwinner breadwinners evacuees expatriate expatriates foreigners ' +
    'vendeur vendeurs vendeuse vendeuses boucher bouchers citoyen citoyens citoyenne citoyennes ressortissant ressortissants ressortissante ressortissantes migrants paroissiens paroissien catholiques chretiens musulmans chasseur chasseurs patients manifestant manifestants manifestante forains forain maraichers maraicheres maraicher bucherons bucheron employes-civils gardien gardiens vigiles vigile technicien techniciens ingenieur ingenieurs expatries expatrie etrangers avocat avocats juge juges elu conseiller conseillers enseignantes institutrices institutrice sage-femme sages-femmes medecins-civils soeur soeurs frere freres epouse epouses mari parents grand-mere grand-pere oncle neveu cousin cousins cousine adolescentes adolescente jumeaux ecolier ecoliers ecolieres ecoliere lyceens lyceen collegiens bambins bambin cheminots routiers camionneurs camionneur piroguiers piroguier motocycliste motocyclistes pietons pieton talibes talibe muezzin cultivatrices cultivatrice agricultrices eleveuses exploitants creuseurs creuseur colporteurs nomades campeurs ' +
    'chef maire marabout notable notables riverain riverains usagers deplaces mere pere fils apprenti guerisseur',
  militant:
    'militant militants insurgent insurgents jihadist jihadists djihadiste djihadistes jihadiste jihadistes terrorist terrorists terroriste terroristes fighter fighters attacker attackers assailant assailants ' +
    'rebel rebels gunman gunmen bandit bandits extremist extremists militiaman militiamen islamist islamists raider raiders suspects suspect kidnappers abductors ' +
    'assaillant assaillants combattant combattants insurge insurges rebelle rebelles extremistes islamiste islamistes dissident dissidents guerrilla guerrillas guerrilleros guerillero guerilleros separatist separatists separatiste separatistes secessionist secessionists infiltrators infiltres gangster gangsters gang-members pillards pillard djihadiste-combattants criminals criminels bombers bomber commandos-terroristes ennemi ennemis enemies hors-la-loi coupeurs-de-route maquisards milicien miliciens ravisseurs kamikaze kamikazes malfrats',
  unknown:
    'crusaders croises people person persons man men victim victims hostage hostages adult adults youth youths elderly member members personnel staff body bodies corpse corpses dead others other lives others\u0020' +
    'personne personnes homme hommes victime victimes otage otages adulte adultes jeune jeunes ame ames membre membres element elements corps cadavre cadavres depouilles autre autres individus individu ' +
    'agent agents employe employes employee employees responsable responsables vies prisonnier prisonniers prisoner prisoners captive captives disciples occupants participants',
};

const partyByNoun = new Map<string, Party>();
for (const [party, words] of Object.entries(lines) as [Party, string][]) {
  for (const word of words.split(/\s+/))
    if (word !== '' && !partyByNoun.has(word)) partyByNoun.set(word, party);
}

/** Party of a noun for people; undefined for any other word. */
export function partyOfNoun(word: string): Party | undefined {
  return partyByNoun.get(word);
}

const politeParties: readonly (readonly [RegExp, Party])[] = [
  [
    /\b(?:vdp|volunteers? for the defen[cs]e|volontaires? pour la defense|soldiers?|troops?|soldats?|militaires?|casques? bleus?|peacekeepers?|army|armee|forces armees)\b/,
    'military',
  ],
  [/\b(?:police|policiers?|gendarmes?|policem[ae]n)\b/, 'police'],
  [
    /\b(?:militants?|insurgents?|d?jihadist(?:e?s)?|terrorist(?:e?s)?|rebels?|rebelles?|assailants?|assaillants?|attackers?|fighters?|combattants?|gunm[ae]n|bandits?)\b/,
    'militant',
  ],
  [
    /\b(?:civilians?|civil(?:e?s)?|villag\w+|women|femmes?|children|enfants?|residents?|habitants?|famil\w+|worshipp?ers?|fideles?)\b/,
    'civilian',
  ],
];

/** Party of a whole phrase: "soldiers and civilians" is mixed, "members of the VDP" military. */
export function partyOfPhrase(phrase: string): Party {
  const found = new Set(
    politeParties.filter(([pattern]) => pattern.test(phrase)).map(([, party]) => party),
  );
  if (found.size > 1) return 'mixed';
  const [only] = found;
  if (only) return only;
  for (const word of phrase.split(/[^\p{L}]+/u)) {
    const party = partyByNoun.get(word);
    if (party && party !== 'unknown') return party;
  }
  return 'unknown';
}
