/** Words by which a text says who says what; folded, English and French. */

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Verbs that only mean saying: whatever is their subject speaks. */
export const plainSpeech = set(
  `said says told tells announced announces stated declared declares added adds explained explains wrote writes
  posted tweeted insisted insists recounted recounts recalled asserted asserts alleged alleges contended
  testified acknowledged acknowledges admitted admits conceded concedes maintained confirmed confirms denied
  denies dismissed dismisses rejected refuted disputed disputes rebutted condemned condemns condemn deplored deplores
  informed relayed saying adding alleging asserting insisting conceding acknowledging confirming
  dit disent disait disaient indique indiquent indiquait declare declarent declarait affirme affirment affirmait
  annonce annoncent precise precisent precisait rapporte rapportent confirme confirment soutient soutiennent
  soutenu ajoute ajoutent explique expliquent raconte racontent assure assurent assurait evoque evoquent
  dement dementent dementi nie nient reconnait reconnaissent reconnu admet admettent admis concede estime
  estiment relate relatent condamne condamnent deplore deplorent temoigne temoignent glisse confie confient
  souffle mentionne mentionnent fustige regrette souligne soulignent ecrit ecrivent pretend pretendent allegue
  clame martele rejette rejettent refute refutent recuse recusent conteste contestent infirme infirment poursuit detaille rappelle insiste reagi reagit repondu repond retorque conclu prevenu previent assene resume soutenaient indiquaient rapportaient
  disant precisant ajoutant assurant indiquant affirmant declarant annoncant soulignant reconnaissant dementant
  niant confirmant`,
);

/** May mean something else: "the report", "gave way", "saw", "the attack claimed 12 lives". */
export const otherSpeech = set(
  `say reported reports report reporting claims claimed claiming states estimates estimated counted recorded documented blamed blames
  accused accuses put puts heard saw described describes gave gives provided spoke speaks noted notes warned warns spoken counts
  indicated revealed disclosed recounting tells blaming citing
  revendique revendiquent avance avancent avancait denonce denoncent attribue attribuent parle parlent parlait
  signale signalent recense recensent compte comptent denombre denombrent enregistre donne donnent decrit
  chiffre chiffrent accuse accusent relaie publie publient note notent fait font fournit
  estimait comptabilise documente`,
);

/** What those say who take in the wounded and the dead: "the clinic received 14 bodies". */
export const takingIn = set(
  'received treated admitted registered receives treating recu accueilli soigne admis enregistre traite recueilli opere',
);
export const medical =
  /\b(?:hospitals?|clinics?|medical|medics?|health|doctors?|nurses?|msf|medecins?|hopita\w+|cliniques?|centre de sante|infirmi\w+|croix-rouge|red cross|icrc|cicr|morgue|mortuary|sante|dispensaire|chirurgi\w+|surge\w+|paramedics?|rescuers|secouristes?)\b/;

export const speechVerbs: ReadonlySet<string> = new Set([
  ...plainSpeech,
  ...otherSpeech,
  ...takingIn,
]);

/** "according to", "selon": the noun phrase after it speaks. Longest first. */
export const accordingTo: readonly (readonly string[])[] = [
  'according to',
  'as told by',
  'in the words of',
  'selon',
  'd apres',
  'aux dires de',
  'aux dires des',
  'aux dires du',
  'au dire de',
  'au dire des',
  'a en croire',
  'de l aveu de',
  'de l aveu du',
  'de l aveu des',
  'citing',
  'citant',
]
  .map((text) => text.split(' '))
  .sort((a, b) => b.length - a.length);

/** "was claimed by", "fourni par": the noun phrase after "by" speaks. */
export const saidBy = set(
  `claimed reported confirmed announced given provided released issued published documented recorded acknowledged
  denied dismissed disputed advanced stated cited communicated shared
  revendique revendiquee revendiques revendiquees annonce annoncee annonces annoncees confirme confirmee confirmes confirmees
  fourni fournie fournis fournies communique communiquee communiques communiquees avance avancee avances avancees donne
  donnee donnes donnees rapporte rapportee rapportes rapportees publie publiee publies publiees etabli etablie etablis
  livre livree livres recense recensee recenses recensees documente documentee documentes evoque evoquee evoques signale
  signalee signales dresse dressee dementi dementie dementis dementies conteste contestee contestes reconnu reconnue
  revele revelee transmis transmise compile`,
);

/** "relayed by SITE", "joint par RFI": the one after "by" passes it on. */
export const passedOnBy = set(
  `relayed carried translated picked monitored quoted cited seen obtained reviewed reached contacted interviewed broadcast verified
  distributed published released collected
  releve relevee releves relevees relaye relayee relayes relayees relaie diffuse diffusee diffuses diffusees cite citee
  cites citees joint jointe joints jointes contacte contactee contactes contactees interroge interrogee interroges
  interrogees consulte consultee consultes consultees traduit traduite repris reprise repere reperee authentifie
  authentifiee publie publiee recueilli recueillie recueillis recueillies`,
);

/** Words that make a claim of responsibility. */
export const claimWords =
  /^(?:claimed|claims|claiming|took|takes|take|revendique|revendiquent|revendiquant|revendiquee?s?|attribue|attribuent)$/;
