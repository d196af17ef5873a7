/** Sentences and paragraphs that use violent words for something else. Patterns read folded text. */

export const accident =
  /\b(?:road accident|traffic accident|car (?:crash|accident)|bus (?:crash|accident|plunged|overturned|collided)|collided|collision|overturned|capsiz\w+|shipwreck|train derail\w+|plane crash\w*|crashed (?:into|near|on)|s'est ecrase\w*|fireworks?|feux? d'artifice|gas (?:cylinder|bottle|canister)|bouteilles? de gaz|food poisoning|electrocut\w+|bousculade|landslide|mudslide|stampede|flood(?:s|ing|ed)?|earthquake|cholera|measles|epidemic|outbreak|wildfire|lightning|drowned while|gas leak|(?:petrol|fuel|oil|gas) tankers?|tanker truck|camions?-citernes?|citernes?|boat sank|pirogues? (?:a|ont|s'est)|building collapse\w*|mine collapse\w*|heavy rain\w*|accident (?:de la (?:circulation|route)|de car|routier|mortel|de bus)|accidents? de la (?:circulation|route)|collision|sortie de route|tonneaux|chavir\w+|naufrage|eboulement|effondrement|inondations?|foudre|rougeole|epidemie|exces de vitesse|intoxication|incendie accidentel|court-circuit|crues?|tempete|seisme|noyade|noyes)\b/;

/** Beasts, weather, computers: what they attack or hit is no incident. */
export const nature =
  /\b(?:locusts?|crocodiles?|hippopotam\w+|hippos?|elephants?|lions?|hyenas?|hyenes?|leopards?|snakes?|serpents?|bees|abeilles|sharks?|requins?|criquets|chenilles|armyworms?|oiseaux granivores|sauterelles|storms?|hurricanes?|cyclones?|tornado\w*|orages?|tempetes?|vents? violents?|pluies? (?:torrentielles|diluviennes)|cyber\w*|bagarres?|rixes?|ivres?|drunken|drunk|brawls?|hackers?|ransomware|pirates informatiques)\b/;

/** Crowds that besiege a cinema or storm a shop. */
export const crowd =
  /\b(?:fans|spectators|shoppers|customers|concertgoers|spectateurs|admirateurs|clients|acheteurs|curieux)\b/;

/** Told as memory, in court, on stage, as a lesson or an exercise: not as news of an event. */
export const retold =
  /\b(?:documentar(?:y|ies)|documentaires?|feature film|long-metrages?|court-metrages?|piece de theatre|action comed(?:y|ies)|comed(?:y|ies)|comedies?|thrillers?|sitcoms?|(?:deputes|lawmakers|senators|mps) (?:ont |have )?(?:votes?|voted|adopte|adopted)|troupe de theatre|theatre troupe|screenplay|novel about|roman sur|(?:\w+ years|a (?:year|decade)) (?:on|after|later),|anniversar(?:y|ies)|anniversaires?|commemor\w+|(?:minutes?|moments?) (?:of|de) silence|day of remembrance|journee du souvenir|memorial (?:service|ceremony)|monument aux|court[- ]martial\w*|went on trial|stood? trial|on trial|trial of|verdict|convicted|was sentenced|sentenced (?:\w+ )?(?:to|a|an)|proces d\w+|le proces|la barre|condamne\w* a (?:\w+ ){0,3}(?:ans|mort|perpetuite|prison)|awareness (?:course|campaign|session)|campagne de sensibilisation|simul(?:e|es|ee|er|ation|ated|ating)|exercice de|exercise|rehears\w+|bomb (?:squad|disposal)|demin\w+|demineurs|defused|desamorc\w+|(?:rendu|remis|depose) (?:leurs|les) armes|laid down (?:his|their) arms|parade|defile (?:militaire)?)\b/;

/** People who carry arms against others, and their means; soldiers alone may be victims of anything. */
export const armedHands =
  /\b(?:gunm[ae]n|armed (?:men|group|people|attackers|assailants|elements|individuals)|militants?|militiam[ae]n|militias?|milices?|insurgents?|insurges?|d?jihadist\w*|terrorist\w*|islamists?|rebels?|rebelles?|fighters|combattants|mujahid\w*|moudjahid\w*|hommes armes|individus armes|elements (?:armes|presumes|suspectes)|suspected (?:members|fighters|elements)|assailants?|assaillants?|attackers|bandits?|gangs?|ravisseurs|kidnappers|warplanes?|drones?|gunfire|ambush\w*|embuscade\w*|airstrikes?|air strikes?|frappes? aeriennes?|shot dead|par balles|ouvert le feu|opened fire|suicide bomb\w*|kamikazes?|ieds?|engins? explosifs?|improvised explosive|al[- ]?qa\w+)\b/;

const sportWords =
  'goal goals striker strikers coach derby league cup match matches football soccer scored penalty defender midfielder goalkeeper referee stadium tournament title champions half-time kick-off qualifier season team player players basketball cyclist stage ' +
  'but buts attaquant entraineur championnat coupe match football gardien defenseur milieu arbitre stade tournoi mi-temps qualification equipe joueur joueurs selection etalons aigles ballon score marque marathon cyclisme peloton etape';
export const sport = new Set(sportWords.split(' '));

const cultureWords =
  'festival concert dance music musicians craft crafts craftsmen artisans exhibitors fair pageant trophy visitors gala  dancers film films cinema exhibition theatre singer album artist artists carnival fashion fespaco ' +
  'festival salon artisanat artisan artisans exposant exposants stand stands pavillon trophee trophees jury concert musique musiciens humoriste defile gala danse danseurs exposition chanteur chanteuse artiste artistes carnaval spectacle foire marche album visiteurs edition scene';
export const culture = new Set(cultureWords.split(' '));

/** Not yet, not surely, or not at all. */
export const hypothetical =
  /\b(?:(?:would|could|might|may|should|will|shall|cannot|can be|peuvent|peut)\b(?! have (?:been )?(?:killed|died)| not | give no )|threaten\w*|plan(?:s|ned|ning)? to|vow\w* to|warn\w* (?:of|that|against)|risks? (?:of|from)|fear(?:s|ed)? (?:of|that)|in case of|if attacked|likely to|prevent\w*|(?:foil\w*|thwart\w*)\b.{0,20}\b(?:plot|plan|plans|bombing|bombings|attacks|coup)|training exercise|drill|simulat\w+|pourr(?:ait|aient|a|ont)|menac\w+ (?:de|d')|risqu\w+ d[e']|crai(?:nt|gnent|gnait) (?:que|une|de|d')|redout\w+|promet\w* d|promis d|en cas d|dejou\w+ (?:un |une |des |le |la |plusieurs )?(?:complot|projet|attentat|attentats|tentative d'attentat|tentative de (?:coup|destabilisation|putsch)|coup)\w*|prevoi\w+|envisag\w+|s'apprete\w*|projet\w* d|exercice de simulation)/;

/** History and habit: no event of its own. */
export const background =
  /\b(?:since (?:(?:the )?(?:start|beginning|early|late|mid|end)\b.*?\b)?(?:january|february|march|april|may|june|july|august|september|october|november|december)?\s?(?:19|20)\d\d|since\b[^,;.]{3,60}\b(?:19|20)\d\d|since the (?:start|beginning) of (?:the|this|last) (?:year|month|war|conflict|crisis|insurgency)|depuis (?:le debut|janvier|le commencement|le lancement|l'arrivee)\b[^,;.]{0,30}|since then|since independence|(?:over|in|during|for) (?:the (?:past|last)|recent|more than|nearly|almost) (?:\w+ )?(?:\w+ )?(?:years?|decades?|months)|in recent (?:weeks|months|years)|so far this year|last year|this year alone|over a decade|for years|(?:by|after|of|following) (?:\w+ )?(?:years|months|decades) of|(?:par|apres) (?:des|plusieurs|de longues) (?:annees|mois) d[e']|for over|each year|every (?:year|week|day|month)|regularly|frequently|often|routinely|repeatedly|depuis (?:(?:le |la |l'|fin |debut |mi-?)?(?:debut |fin )?(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)?\s?(?:d'|de )?)?(?:19|20)\d\d|depuis (?:plusieurs|des|quelques|pres de|plus d\w+|une|\d+|dix|deux|trois|cinq) (?:\w+ )?(?:ans|annees|mois|decennie)|ces dern\w+ (?:annees|mois|semaines)|ces \w+ dern\w+ (?:annees|ans|mois)|chaque (?:annee|semaine|jour|mois|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|regulierement|frequemment|souvent|en proie (?:a|aux)|est confronte\w*|multiplication des|multipli(?:e|ent|ant) (?:les|leurs|des)|spirale|theatre d'attaques|l'annee derniere|l'an dernier|l'an passe)\b/;

/** What goes on all the time; a day in the sentence belongs to something else. */
export const habit =
  /\b(?:for (?:many )?(?:years|decades|months)|regularly|frequently|often|routinely|repeatedly|depuis (?:des|plusieurs|de nombreuses) (?:annees|mois)|regulierement|frequemment|souvent|multiplient (?:les|leurs|des)|(?:has|have) (?:often |previously |repeatedly )?(?:carried out|claimed|staged|mounted|launched|targeted|been behind|been blamed for) (?:\w+ ){0,2}(?:similar|previous|past|other|many|most|numerous|frequent|scores of|dozens of|hundreds of)\b|in the past|par le passe|attaques similaires|similar attacks)\b/;

/** Denial. */
export const denial =
  /\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|rejected|refuted|disputed|rebutted|dementi\w*|dement(?:i|ent|ait)?|dementent|nie(?:nt)?|nie que|a nie|ont nie|rejet(?:te|e|ent|tent|a)\w*|refute\w*|conteste\w*|infirme\w*|recus\w+)\b/;

/** "It is the third kidnapping this month": counts events, tells none. */
export const tally =
  /\b(?:it is|it was|this is|c'est|il s'agit) (?:de |au moins |at least )?(?:the |le |la )?(?:second|third|fourth|fifth|sixth|deuxieme|troisieme|quatrieme|cinquieme|enieme)\b/;

/** Honours to the dead, long after or far from the deed. */
export const commemoration =
  /\b(?:commemorat\w*|remembrance|remembering|remembered|anniversar\w+|pa(?:y|ys|id|ying) (?:\w+ )?tribute|honou?r(?:ed|ing) (?:the )?(?:fallen|memory|victims|dead)|memorial|wreaths?|minute'?s? (?:of )?silence|in memory of|posthumous\w*|medals?|decorated|rend(?:u|ent|re|aient)? (?:un )?(?:\w+ )?hommage|commemor\w*|anniversaire|minute de silence|gerbes?|a la memoire d|titre posthume|champ d'honneur|decor(?:e|es|er|ation|ations)|medailles?|recueill\w+|journee (?:du souvenir|nationale)|steles?|monument aux)\b/;

/** Crime for gain or in anger: left to the police pages unless armed groups are named. */
export const crime =
  /\b(?:robb(?:ers?|ery|eries)|robs|burglar\w*|thie(?:f|ves)|pickpockets?|shoplift\w*|cultists?|muggers?|fraudsters?|drug (?:dealers?|traffick\w+)|stabbed|knifed|crime of passion|braqueurs?|braquages?|cambriol\w+|malfrats?|delinquants?|escrocs?|poignarde\w*|rixe|bagarre|crime passionnel|dispute conjugale)\b/;
