/** Small words and nouns around place names, folded. */
import type { Lang } from '../types.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** "in Djibo", "pres de Djibo": what happens, happens there. */
export const strongLead: Readonly<Record<Lang, ReadonlySet<string>>> = {
  en: set(
    'in at near outside around inside into across between within on through throughout towards toward along beyond',
  ),
  fr: set('vers a au aux dans en pres entre autour sur devant jusqu lez a-cote'),
};
export const nearLead = set(
  'near outside around close pres vers autour environs alentours abords portes proximite lisiere banlieue peripherie outskirts vicinity entrance approaches gates entree sortie km kilometres kilometers kilometre miles mile',
);
/** Say "there" only with a gazetteer name or a noun for a place before them. */
export const weakLead = set('of de du des d to from');

/** Before a name, with or without "of": "town of Djibo", "commune de Gayeri", "village Dembo". */
export const typeNouns = set(
  'town city village hamlet district province region department area state county territory locality commune etat municipality prefecture camp island suburb neighbourhood neighborhood ward cercle community settlement capital governorate oblast woreda township canton subcounty borough oasis valley forest islands peninsula towns cities villages districts localities communities ' +
    'parc park reserve ville villages village hameau hameaux quartier province region departement localite localites commune communes cercle prefecture sous-prefecture territoire district secteur zone axe chefferie groupement campement site bourg bourgade bourgades arrondissement arrondissements canton cantons douar oasis vallee foret ile iles faubourg wilaya gouvernorat diocese quartiers provinces regions',
);
export const areaNouns = set(
  'area zone district province region department etat state county territory departement prefecture cercle territoire chefferie parc park reserve wilaya governorate gouvernorat regions provinces districts counties states departements cercles canton cantons oblast woreda township subcounty arrondissement arrondissements diocese valley vallee forest foret',
);
/** After a name in English: "Loroum province", "Zamzam camp". */
export const tailNouns = set(
  'province region district town village area camp state county territory locality department commune prefecture cercle city governorate axis road airport base barracks market governorate oblast woreda township canton subcounty valley forest island islands peninsula highway expressway corridor neighbourhood neighborhood suburb ward community hamlet settlement outpost checkpoint junction bridge hospital prison mosque church school hotel beach port dam mine oilfield',
);
/** "the market of Kutum", "le camp de Koutougou", "l'attaque de Djibo". */
export const targetNouns = set(
  'market base barracks camp post position garrison outpost station hospital school church university hotel port bridge dam field fields farm farms beach prison embassy refinery mosque airport checkpoint convoy attack raid assault ambush battle siege strike massacre killings ' +
    'prise chute reprise conquete control controle fall capture seizure eleves etudiants villageois lyceens pensionnaires cultivateurs eleveurs pecheurs orpailleurs pupils students schoolgirls schoolboys villagers farmers herders miners fishermen port prison hotel universite palais pont puits champs champ depot plage gare aeroport aerodrome ambassade raffinerie mairie abords portes proximite peripherie banlieue lisiere village villages km miles mile vicinity periphery marche base caserne camp poste position garnison detachement hopital ecole eglise mosquee aeroport barrage convoi attaque raid assaut embuscade bataille siege frappe massacre tuerie brigade commissariat gendarmerie mine site foret pont lac route axe troncon environs alentours nord sud est ouest ' +
    'habitants residents population outskirts north south east west northeast northwest southeast southwest kilometres kilometers km periphery sortie entree centre militaire',
);

/** Buildings whose proper name is followed by their town: "the Custodial Centre, Kuje". */
export const facilities = set(
  'centre center barracks prison camp school church mosque hospital base college university market checkpoint cathedral seminary clinic caserne ecole eglise mosquee hopital lycee universite marche monastery convent hotel station',
);

/** Going or carried there: not where it happened. */
export const destination = set(
  'retrouve retrouves retrouvees freed rescued released recovered libere liberes liberees relaches towards toward land landed landing flown admitted treated hospitalised hospitalized rushed fled flee fleeing evacuated taken transferred transported airlifted arrived arriving travelled traveled travel trip headed returned go going sent moved reached displaced seeking refuge withdrew retreated escaped bound heading linking connecting returning ' +
    'fui fuir evacue evacues evacuee evacuees transfere transferes transportes transporte achemines achemine arrive arrives partis rendu rendus refugies refugie conduits conduit atterri poser admis admise admises soigne soignes soignee hospitalise hospitalises regagne regagner rallier ralliant rejoindre replies replie replient direction partance reliant relie liaison provenance revenait revenaient rentrait rentraient venait venaient evacuation',
);
/** People who speak from there. */
export const speakerNouns = set(
  'society association union syndicat collectif ngo ong journalist journalists journaliste journalistes chief chef chefs maire mayor lawmaker deputy depute senator senateur elu prefet governor gouverneur bourgmestre chairman representative representant member members membre membres leader leaders responsable coordinator coordinateur coordonnateur parole bishop eveque imam belongs native originaire natif born officials official diplomat diplomats spokesman spokesperson newsroom correspondent bureau reporter reporting editing joint joints joined reached phone telephone interrogated interroge interroges medic medics doctor doctors nurse medecin infirmier analyst researcher university summit meeting conference talks sommet reunion conference',
);

/** People named by what they lead: "the head of the diocese of X". */
export const titleNouns = set(
  'head chief mayor governor bishop imam emir leader chairman chairwoman commissioner commander prefect administrator president spokesman spokeswoman spokesperson deputy mp senator lawmaker councillor representative coordinator priest vicar ' +
    'chef maire gouverneur eveque archeveque emir responsable commissaire commandant prefet administrateur president porte-parole parole depute senateur elu conseiller representant coordonnateur coordinateur bourgmestre pretre vicaire cure procureur',
);

/** Capitalised words that are no place. */
export const notPlaces = set(
  'dec nov oct sept aug feb jan new year eve monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre ' +
    'ramadan christmas easter eid tabaski noel god allah dieu islam islamic muslim muslims christian christians musulmans chretiens shiite shiites shia shias sunni sunnis chiite chiites sunnite sunnites hazara hazaras yazidi yazidis copt copts coptic catholic catholics evangelical protestant orthodox peul peuls fulani dogon dogons tuareg touareg touaregs hausa dinka nuer ' +
    'lake lac basin bassin president general colonel captain lieutenant major minister ministry government council secretary security united nations nation union mission statement group agency radio television telegram twitter facebook whatsapp x ' +
    'ministre ministere gouvernement conseil secretaire commandant capitaine armee etat republique etat-major procureur gouverneur prefet maire onu ong ' +
    'reuters afp ap rfi bbc cnn gmt utc fcfa army front liberation movement forces force party brigade battalion committee organisation organization alliance coalition league federation association bureau bank company corporation court commission parliament assembly institute foundation society brigades school college university hospital church mosque cathedral hotel building palace stadium secondary primary high mouvement parti brigade bataillon comite alliance coalition ligue federation association banque societe cour tribunal commission parlement assemblee institut fondation ecole lycee college universite hopital eglise mosquee cathedrale palais stade front liberation forces  sitrep report communique press highlights response the le la les un une il elle ils elles we they he she it this that these those after before when while since according selon',
);

/** Regions told by their name alone, where "in" or "dans" stands before them. */
export const widePlaces = set(
  'sahel sahara africa afrique europe east west est ouest nord sud north south azawad maghreb liptako-gourma',
);

/** Before a place or a force: only a name of the gazetteer is a place. */
export const againstLead = set('against contre');

/** Verbs whose object can be a place: "stormed Djibo", "ont envahi Karma". */
export const takesPlace =
  /^(?:storm(?:ed|ing)|attack(?:ed|ing|s)|raid(?:ed|ing)|overran|overrun(?:ning)?|bomb(?:ed|ing)|bombard(?:ed|ing)|shell(?:ed|ing)|pound(?:ed|ing)|struck|hit|hitting|striking|seiz(?:ed|ing)|captur(?:ed|ing)|recaptured|besieg(?:ed|ing)|surround(?:ed|ing)|encircl(?:ed|ing)|target(?:ed|ing)|ret(?:ook|aken)|enter(?:ed|ing)|invad(?:ed|ing)|assault(?:ed|ing)|occup(?:ied|ying)|torch(?:ed|ing)|burn(?:ed|t|ing)|loot(?:ed|ing)|ransacked|razed|sacked|ravaged|swept|rocked|shook|attaqu(?:e|ent|er|ant|aient|ait|erent)|bombard(?:e|ent|er|ant|aient|erent)|pilonn(?:e|ent|er|ant)|frapp(?:e|ent|er|ant|erent)|investi(?:t|r|ssent|rent)?|occup(?:e|ent|er|ant)|repris|reprennent|reconquis|envahi(?:t|r|ssent|rent)?|assailli(?:r|rent)?|incendi(?:e|ent|er|ant|erent)|pill(?:e|ent|er|ant|erent)|saccag\w+|brul(?:e|ent|er|ant|erent)|vis(?:e|ent|er|ant|aient|ait|erent)|encercl(?:e|ent|er|ant|erent)|assieg\w+|conquis|raze|rase|secoue|ensanglante|endeuille)$/;

/** Parts of a town told with its name: "Nyabangi, faubourg de la cité", "the Abdiaziz district of Mogadishu". */
export const townParts =
  /^(?:suburb|neighbou?rhood|quarter|ward|outskirts|faubourg|quartier|secteur|banlieue|peripherie)$/;

/** Where hurt people are brought, unless the house itself is hit. */
export const hospitals =
  /^(?:hospitals?|clinics?|hopital|hopitaux|cliniques?|chu|chr|cma|csps|dispensaire)$/;

/** Houses with a name of their own that no list of places holds: "the Hayat hotel". */
export const buildings =
  /^(?:hotel|mosque|church|restaurant|university|college|stadium|beach|cinema|mall|palace|shelter|hospital|school|building)$/;

/** Whoever leads a town or village, before "of" and its name. */
export const localLeaders =
  /^(?:mayor|chief|head|councillor|commissioner|chairman|administrator|imam|maire|chef|bourgmestre|prefet|administrateur|conseiller|notable)$/;
