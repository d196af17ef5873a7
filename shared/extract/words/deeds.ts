/** Verbs and nouns of violent deeds by their grammar: who stands before does it or suffers it; folded. */

const split = (text: string): readonly string[] => text.trim().split(/\s+/);

/** English verbs in -ed: present, past, gerund. */
function ed(stems: string): readonly string[] {
  return split(stems).flatMap((stem) => {
    const base = stem.replace(/e$/, '');
    return [stem, /(?:s|sh|ch)$/.test(stem) ? `${stem}es` : `${stem}s`, `${base}ed`, `${base}ing`];
  });
}

/** French verbs in -er as news uses them. */
function er(stems: string): readonly string[] {
  return split(stems).flatMap((stem) =>
    ['e', 'es', 'ee', 'ees', 'er', 'ent', 'ant', 'a', 'aient', 'ait', 'erent'].map(
      (end) => `${/g$/.test(stem) && /^a/.test(end) ? `${stem}e` : stem}${end}`,
    ),
  );
}

/** Verbs whose subject does it, and whose object suffers it. */
export const deedVerbs: ReadonlySet<string> = new Set([
  ...ed(
    'attack ambush raid storm assault shell bomb bombard target kill murder execute behead massacre slaughter wound injure abduct kidnap arrest detain loot torch destroy surround besiege detonate ram rob intercept neutralise neutralize eliminate pound massacre lynch torture burn butcher assassinate fire open enter invade occupy pursue hack stab strafe disarm inflict flatten ransack pillage',
  ),
  ...split(
    'overran overrun overrunning struck strike striking hit hitting shot shooting shoots seized seizing seize seizes captured capturing capture took taking takes stole set setting blew blown laid planted held hanged stopped stopping slew slain slit gunned beat executed raping raped dropped dropping broke swept dragged snatched rounded descended swooped',
  ),
  ...er(
    'attaqu tu mitraill bombard pilonn enlev kidnapp sequestr assassin massacr egorg decapit execut abatt pill incendi brul encercl cibl vis captur intercept neutralis elimin bless fusill lynch saccag occup envahiss harcel ouvr tir lanc frapp vol desarm touch accroch interpell arret affront braqu rafl pourchass',
  ),
  ...split(
    'abattu abattus abattue abattues investi investie investis assailli assaillie assaillis surpris surprise ouvert ouvrent pris prise prises prennent detruit detruits detruite detruites detruire envahi envahie conquis reconquis surgi fait font emmene emmenes emmenent inflige infligee mis mettant tendu tendue pose posee',
  ),
]);

/** Carry the deed of the noun after them: "carried out an attack", "ont mene un assaut". */
export const lightVerbs: ReadonlySet<string> = new Set([
  ...ed('launch mount stage conduct commit perpetrate lead unleash'),
  ...split('carried carry carrying led executed undertook waged'),
  ...er('perpetr lanc men declench multipli'),
  ...split('conduit conduite commis commise commettre'),
]);

/** Verbs whose subject suffers: "died in", "lost seven men", "tombe dans une embuscade", "repelled". */
export const sufferVerbs: ReadonlySet<string> = new Set([
  ...split(
    'died dies die perished lost loses losing lose suffered suffers suffering suffer sustained fell falling fallen repelled repels repelling repulsed repulsing repulse repel foiled thwarted beat-back deplore came withdrew fled retreated defended escaped survived',
  ),
  ...split(
    'perdu perdent perd perdant subi subit subissent subie essuye essuie essuyant essuyer tombe tombes tombee tombees peri deplore deplorent repousse repoussee repoussent repousser repoussant contenu dejoue riposte riposter heurte saute sautes replie replies succombe enregistre',
  ),
]);

/** Nouns of deeds done by "of": "l'attaque du GSIM", "the raid by". */
export const deedNouns =
  /^(?:attacks?|raids?|assaults?|ambush(?:es)?|offensives?|onslaught|incursions?|strikes?|airstrikes?|shelling|bombing|bombings|bombardments?|gunfire|fire|feu|shots|bombs?|rockets?|mortars?|shells|operations?|attaques?|assauts?|embuscades?|frappes?|bombardements?|attentats?|tirs|offensive|raids?|incursions?|obus|roquettes?|drones?|exactions|abuses|explosions?|blasts?|missiles?|action|actions)$/;
/** Nouns of deeds suffered by "of": "the killing of soldiers", "la mort de". */
export const sufferNouns =
  /^(?:deaths?|killings?|murders?|abductions?|kidnappings?|executions?|assassinations?|massacres?|capture|arrest|arrests|wounding|beheading|mort|deces|assassinats?|meurtres?|enlevements?|rapts?|arrestations?|interpellations?|elimination|neutralisation|disparition|loss|losses|pertes|ambush|targeting)$/;
/** What belongs to a force: its posts, columns, hideouts. */
export const assets =
  /^(?:bases?|camps?|posts?|outposts?|positions?|convoys?|patrols?|vehicles?|barracks|checkpoints?|garrisons?|hideouts?|strongholds?|bastions?|headquarters|depots?|trucks?|stations?|columns?|trenches|enclaves?|redoubts?|fiefs?|caches?|targets?|commanders?|camp|school|academy|helicopters?|bunkers?|formations?|elements?|members?|fighters?|poste|postes|patrouilles?|convois?|caserne|casernes|garnison|garnisons|vehicules?|detachements?|brigade|brigades|commissariat|colonnes?|bivouacs?|cibles?|sanctuaires?|repaires?|blindes?|unites?|detachments?|units?|officers?|area|zone|locations?)$/;
