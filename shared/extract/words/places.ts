/** Small words and nouns around place names, folded. */
import type { Lang } from '../types.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** "in Djibo", "pres de Djibo": what happens, happens there. */
export const strongLead: Readonly<Record<Lang, ReadonlySet<string>>> = {
  en: set('in at near outside around inside into across between within on'),
  fr: set('vers a au aux dans en pres entre autour sur lez a-cote'),
};
export const nearLead = set('near outside around close pres vers autour environs alentours');
/** Say "there" only with a gazetteer name or a noun for a place before them. */
export const weakLead = set('of de du des d to from');

/** Before a name, with or without "of": "town of Djibo", "commune de Gayeri", "village Dembo". */
export const typeNouns = set(
  'town city village hamlet district province region department area state county territory locality commune municipality prefecture camp island suburb neighbourhood neighborhood ward cercle community settlement capital ' +
    'ville villages village hameau hameaux quartier province region departement localite localites commune communes cercle prefecture sous-prefecture territoire district secteur zone axe chefferie groupement campement site',
);
export const areaNouns = set(
  'area zone district province region department state county territory departement prefecture cercle territoire chefferie wilaya governorate gouvernorat regions provinces districts',
);
/** After a name in English: "Loroum province", "Zamzam camp". */
export const tailNouns = set(
  'province region district town village area camp state county territory locality department commune prefecture cercle city governorate axis road airport base barracks market',
);
/** "the market of Kutum", "le camp de Koutougou", "l'attaque de Djibo". */
export const targetNouns = set(
  'market base barracks camp post position garrison outpost station hospital school church mosque airport checkpoint convoy attack raid assault ambush battle siege strike massacre killings ' +
    'marche base caserne camp poste position garnison detachement hopital ecole eglise mosquee aeroport barrage convoi attaque raid assaut embuscade bataille siege frappe massacre tuerie brigade commissariat gendarmerie mine site foret pont lac route axe troncon environs alentours nord sud est ouest ' +
    'habitants residents population outskirts north south east west kilometres kilometers km periphery sortie entree centre militaire',
);

/** Going or carried there: not where it happened. */
export const destination = set(
  'fled flee fleeing evacuated taken transferred transported airlifted arrived arriving travelled traveled travel trip headed returned go going sent moved reached displaced seeking refuge ' +
    'fui fuir evacue evacues evacuee evacuees transfere transferes transportes transporte achemines achemine arrive arrives partis rendu rendus refugies refugie conduits conduit hopital hospital chu clinic clinique regagne regagner',
);
/** People who speak from there. */
export const speakerNouns = set(
  'officials official diplomat diplomats spokesman spokesperson newsroom correspondent bureau reporter reporting editing joint joints joined reached phone telephone interrogated interroge interroges medic medics doctor doctors nurse medecin infirmier analyst researcher university summit meeting conference talks sommet reunion conference',
);

/** Capitalised words that are no place. */
export const notPlaces = set(
  'dec nov oct sept aug feb jan new year eve monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre ' +
    'ramadan christmas easter eid tabaski noel god allah dieu islam islamic muslim muslims christian christians musulmans chretiens peul peuls fulani dogon dogons tuareg touareg touaregs hausa dinka nuer ' +
    'lake lac basin bassin president general colonel captain lieutenant major minister ministry government council secretary security united nations nation union mission statement group agency radio television telegram twitter facebook whatsapp x ' +
    'ministre ministere gouvernement conseil secretaire commandant capitaine armee etat republique etat-major procureur gouverneur prefet maire onu ong ' +
    'reuters afp ap rfi bbc cnn gmt utc fcfa sitrep report communique press highlights response the le la les un une il elle ils elles we they he she it this that these those after before when while since according selon',
);

/** Regions told by their name alone, where "in" or "dans" stands before them. */
export const widePlaces = set(
  'sahel sahara africa afrique europe east west est ouest nord sud north south azawad maghreb liptako-gourma',
);
