/** Words around the names of persons; all folded. */

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Inside a name: "Iyad ag Ghali". */
export const particles = set('ag al el ould ben bin ibn abu abou bint de van von du la le');

/** Titles, offices and trades that stand right before a name. */
export const titles = set(
  'mr mrs ms dr gen col capt lt maj sgt cmdr prof professor candidate reporter survivor commissioner general colonel captain lieutenant major president minister premier sheikh imam sergeant commander spokesman spokeswoman spokesperson leader chief ambassador envoy representative governor mayor prosecutor coach director bishop archbishop emir brigadier admiral marshal inspector superintendent ' +
    'analyst activist lawyer researcher teacher shopkeeper farmer trader resident striker defender midfielder goalkeeper singer actor actress filmmaker writer coordinator official judge senator deputy chairman chairwoman chairperson widow journalist secretary correspondent lawmaker legislator councillor physician surgeon nurse pastor reverend father sister warlord jihadist militant ' +
    'candidat candidate professeur president presidente secretaire ministre commandant capitaine porte-parole parole gouverneur prefet maire mairesse procureur chef ambassadeur representant representante directeur directrice adjudant sergent cheikh emir eveque archeveque marechal commissaire inspecteur m mme mlle pere abbe chercheur chercheuse militant militante avocat avocate depute deputee coordinateur coordinatrice malien burkinabe nigerien nigerian malian dirigeant meneur leader entraineur selectionneur attaquant defenseur gardien milieu chanteur chanteuse cineaste journaliste analyste magistrat juge notable bourgmestre administrateur opposant ex-president animateur correspondant veuve artisan porte-voix djihadiste jihadiste',
);

/** Between a title and the name: "General de division X Y", "mairesse de Saint-Marc". */
export const titleTails = set(
  'general generale division brigade corps armee major etat-major adjoint adjointe delegue deleguee national nationale regional regionale provincial provinciale federal special deputy chief acting interim militaire premier principal executive executif police gendarmerie',
);

/** Verbs of telling; before a name turned round, after it as they are. */
export const tellingBefore = set(
  'said says added told dirige dirigee dirigent commande mene conduit head heads headed led lead named declare explique raconte affirme precise ajoute indique deplore estime assure glisse confie temoigne rapporte appelle sourit lance souligne plaisante soupire insiste rappelle promet regrette denonce lache admet reconnait nomme nommee selon joked recalled asked remembers wrote',
);
export const tellingAfter = set(
  'said says told added declared announced claimed accused explained recalled recounted confirmed denied noted warned wrote asked urged insisted described lamented joked dit declare explique raconte affirme precise ajoute indique deplore estime assure confie temoigne souligne rappelle denonce dement',
);

/** No word of a person's name: bodies, media, days, small words that begin a sentence. */
export const notNames = set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december the le la les un une security council united nations islamic state etat islamique army ministry government group groupe radio agency saudi human rights watch in on at he she it we they but et mais il elle dans au en selon apres according two three four five ten children special south north east west ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre ' +
    'committee network international online news times tribune union lawyers doctors front party university hospital bank company brigade police court commission force forces movement office mission command battalion regiment local area district province region lake mount camp city town village river plan response development cultural cultural institute foundation fund programme program association organisation organization federation coalition alliance congress parliament assembly senate secretary-general secretariat department faso operation project press statement report update media correctional service services centre center corps guard republican custodial republic africa african central rapid support emergency relief church school stadium ' +
    'comite reseau conseil mouvement coalition parti universite hopital banque societe brigade tribunal commission force armees mission operation commandement bataillon regiment republique afrique ministere gouvernement presse agence croix-rouge journal etat-major cadre stade salon collectif union syndicat assemblee',
);

/** A name after these is that of a building, a street, an operation. */
export const namedAfter = set(
  'chu hopital hospital universite university stade stadium aeroport airport camp place avenue rue street pont bridge lycee college ecole school fondation foundation mosquee mosque cathedrale boulevard palais palace operation clinique clinic prison institut centre center road square market cup coupe prix award',
);
/** … and before these. */
export const namedBefore = set(
  'hospital university stadium airport camp street bridge school foundation mosque boulevard palace clinic prison institute centre center road square market cup prize award college barracks base district village town state province region county community area',
);

/** Nouns for trades and offices by their endings: "tanneur", "surveyor", "economiste". */
export const tradeEnding =
  /(?:eur|euse|trice|[^a]ier|iere|iste|ien|ienne|logue|ist|ian|yer|eller|tor|ter|yor|keeper|herd|driver)$/;
/** Words with such endings that are no trade. */
export const noTrade = set(
  'quartier chantier fichier atelier riviere frontiere secteur chapelier premier dernier entier first second letter winter center centre water exterior interieur exterieur sector factor quarter chapter matter better former later after latter tier pier hier particulier derniere premiere entiere frontier hotel hier lumiere maniere matiere manier hauteur longueur largeur valeur erreur',
);

/** Given names common in the regions and in the two languages: with a surname they make a person. */
export const givenNames = set(
  'abba abdallah abdelaziz abdelkader abdifatah abdirahman abdou abdoul abdoulaye abdourahamane abdul abdulahi abdulkadir abdullah abdullahi abdulqadir abel abubakar aboubacar aboubakar abukar adam adama adamou ahmad ahmadou ahmed ahmet aicha aisha aissata aissatou alassane albert alex alexandre alfred alhaji alhousseini ali alice alidou alioune aly amadou amina aminata amy ana andre anna anne antoine antonio aristide armel arthur asha assimi assoumane astou awa ayesha aziz ' +
    'babacar babagana bakary barbara barkhane bashir bassirou beatrice ben benjamin bernard bertrand bintou bola boubacar boubakar boukary boureima brahim brice bruno cellou charles cheikh cheick christian christine christophe claire claude constant daniel daouda daoud dauda david denis diane didier djibril djibrilla dominique edmond edouard elhadj elizabeth emile emmanuel eric esther etienne eugene evariste fabrice falmata fanta fatima fatimata fatou fatouma faure felix fidele fidelis filipe florence francis francois frederic gabriel garry george georges gerard gilbert gilles grace guillaume gustave gustavo guy habib hadiza halima hamadou hamid hamidou hamza haruna harouna hassan hassane hawa helen henri henry herve hissene hussein ibrahim ibrahima idi idriss idrissa ignace iliyasu innocent isaac isabelle ishaq ismael ismail issa issaka issoufou iyad ' +
    'jack jacques james jane jean jeanne jerome joel john joseph josephine juan jules julie julius justin juvenal karim kassim kassoum khadija khalid khalifa koffi kofi kossi kwame ladji lamine lassina laurent lawrence lazare leila leon leopold louis luc lucien madou magdalena mahamadou mahamane mahamat mahamoud mahmoud malick mamadou mamane mamoudou marc marcel maria mariam mariama marie mark martin martine mary maryam mathieu matthew maurice mehdi michael michel mike mohamed mohammad mohammed mohamud moise moktar mokhtar moses mouhamadou moulaye mounkaila moussa moustapha muhammad muhammadu mukhtar musa mustafa mustapha nana nasir ndeye nicolas nuhu olivier omar oumar oumarou ousmane ousseini pascal patrice patrick paul peter philippe pierre prosper rachid ramadan raoul rene richard robert roch roger roland rosine ruth sadio safiatou said saidou salah salamatou saleh salif salifou salihu salim salimata salou sam samba samuel sani sara sarah sebastien seidou sekou seydou seyni sidi sidiki simon solomon souleymane stephane stephanie steven suleiman sylvain sylvie tahir thabo theodore theophile thierry thomas tiemoko tiemoro tiken uba umar umaru usman valentin valentine valerie vincent william willy yacouba yahaya yahya yaya yasmine youssouf youssouf yusuf yves zacharie zainab zakaria zara zeinab zoumana',
);
