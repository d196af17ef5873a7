// @ts-check
// Actors in our own words: forces of the Sahel and its neighbours, groups that the CC0 list lacks, those
// who watch and report. One line each: name | kind | country | other names, separated by ";".
// A name that the CC0 list knows under another one says so with "= value of that list".

export const ownActors = `
JNIM|rebel-group||Jama'at Nusrat al-Islam wal-Muslimin;Jama'at Nusratul Islam wal-Muslimin;Groupe de soutien à l'islam et aux musulmans;Group for the Support of Islam and Muslims;Support Group for Islam and Muslims;GSIM;جماعة نصرة الإسلام والمسلمين;نصرة الإسلام والمسلمين|= Jama’at Nusrat Al-Islam Wal-Muslimin
Islamic State Sahel Province|rebel-group||ISGS;ISSP;IS Sahel;EIGS;EIS;Islamic State in the Greater Sahara;Islamic State in the Sahel;Islamic State Sahel;État islamique au Grand Sahara;État islamique dans le Grand Sahara;État islamique au Sahel;État islamique Sahel;ولاية الساحل|= Islamic State in the Greater Sahara
ISWAP|rebel-group||soldiers of the caliphate in West Africa;Islamic State West Africa Province;Islamic State in West Africa Province;Province ouest-africaine de l'État islamique;État islamique en Afrique de l'Ouest;État islamique Province d'Afrique de l'Ouest;Iswap;ولاية غرب إفريقيا|= Islamic State West Africa Province
Boko Haram|rebel-group||JAS;Jama'atu Ahlis Sunna Lidda'awati wal-Jihad;بوكو حرام|= Boko Haram
Islamic State|rebel-group||État islamique;Etat islamique;ISIS;ISIL;IS group;EI;Daesh;Daech;soldiers of the caliphate;soldats du califat;داعش;الدولة الإسلامية|= Islamic State
Al-Qaeda|rebel-group||al Qaeda;al-Qaïda;Al-Qaida;تنظيم القاعدة|= Al Qaida
Al-Qaeda in the Islamic Maghreb|rebel-group||AQIM;AQMI;Al-Qaïda au Maghreb islamique;Al Qaeda in the Islamic Maghreb;Al-Qaida in the Islamic Maghreb|= Al Qaida in the Islamic Maghreb (AQIM)
Ansaroul Islam|rebel-group|BF|Ansarul Islam;Ansar ul Islam;أنصار الإسلام|
Katiba Macina|rebel-group|ML|Macina Liberation Front;Front de libération du Macina;Katibat Macina;Katiba du Macina|= Front de Libération du Macina
Ansar Dine|rebel-group|ML|Ansar Eddine;Ansar al-Din;أنصار الدين|= Ansar Dine
Al-Mourabitoun|rebel-group||Al-Murabitoun;المرابطون|= Al-Murabitoun
MUJAO|rebel-group||Mouvement pour l'unicité et le jihad en Afrique de l'Ouest;MOJWA|= Movement for Oneness and Jihad in West Africa (MOJWA)
Cadre stratégique permanent (CSP)|rebel-group|ML|CSP;CSP-DPA;CSP-PSD;Cadre stratégique permanent;Cadre stratégique;Permanent Strategic Framework|
Front de libération de l'Azawad (FLA)|rebel-group|ML|FLA;Front de libération de l'Azawad;Azawad Liberation Front;جبهة تحرير أزواد|
MNLA|rebel-group|ML|Mouvement national de libération de l'Azawad;National Movement for the Liberation of Azawad|
Coordination des mouvements de l'Azawad (CMA)|rebel-group|ML|CMA;Coordination des mouvements de l'Azawad;Coordination of Azawad Movements|
HCUA|rebel-group|ML|Haut conseil pour l'unité de l'Azawad;High Council for the Unity of Azawad|
GATIA|political-militia|ML|Groupe autodéfense touareg Imghad et alliés|
Mouvement pour le salut de l'Azawad (MSA)|political-militia|ML|MSA;MSA-D;Mouvement pour le salut de l'Azawad|
Dan Na Ambassagou|identity-militia|ML|Dan Nan Ambassagou;Dana Ambassagou|
Dozos|identity-militia||dozo;dozos;chasseurs dozos;donso;donsos;chasseurs traditionnels;traditional hunters|
Koglweogo|identity-militia|BF|Koglwéogo;Kolgweogo|
Volunteers for the Defence of the Homeland (VDP)|political-militia|BF|VDP;VDPs;Volunteers for the Defence of the Homeland;Volunteers for the Defense of the Homeland;Volontaires pour la défense de la patrie;volontaires pour la défense de la patrie;Volontaires pour la Défense de la Patrie;Homeland Defence Volunteers|
Africa Corps (Wagner)|external-force|RU|Wagner;Wagner Group;groupe Wagner;Africa Corps;Groupe Wagner|
Burkina Faso Armed Forces|state-force|BF|Forces armées burkinabè;Forces armées nationales du Burkina Faso;BIR;Bataillon d'intervention rapide;Rapid Intervention Battalion|
Burkina Faso police|police|BF|Police nationale du Burkina Faso|
Burkina Faso gendarmerie|police|BF|Gendarmerie nationale du Burkina Faso|
Malian Armed Forces (FAMa)|state-force|ML|FAMa;FAMA;FAMAs;Forces armées maliennes;Malian Armed Forces|
Malian gendarmerie|police|ML|Gendarmerie nationale du Mali|
Malian police|police|ML|Police nationale du Mali|
Niger Armed Forces|state-force|NE|FAN;Forces armées nigériennes;Nigerien Armed Forces|
Niger gendarmerie|police|NE|Gendarmerie nationale du Niger|
Nigerian Armed Forces|state-force|NG|Operation Hadin Kai;Nigerian Air Force|
Nigeria Police Force|police|NG|Nigeria Police|
Civilian Joint Task Force (CJTF)|political-militia|NG|CJTF;Civilian Joint Task Force;Civilian JTF|
Ansaru|rebel-group|NG|Jama'atu Ansarul Muslimina fi Biladis Sudan;أنصارو|
Lakurawa|rebel-group|NG|Lakurawas|
Mahmuda|rebel-group|NG|Mahmuda group|
IPOB|rebel-group|NG|Indigenous People of Biafra;Eastern Security Network|
Multinational Joint Task Force (MNJTF)|external-force||MNJTF;FMM;Multinational Joint Task Force;Force multinationale mixte|
Chadian Armed Forces|state-force|TD|Armée nationale tchadienne|
FACT|rebel-group|TD|Front pour l'alternance et la concorde au Tchad|
Cameroonian Armed Forces|state-force|CM|Forces armées camerounaises;BIR Cameroun|
Ambazonia separatists|rebel-group|CM|Ambazonia Defence Forces;Ambazonian fighters;Amba boys;Ambazoniens;séparatistes ambazoniens;Ambazonian separatists|
Ivorian Armed Forces|state-force|CI|FACI|
Beninese Armed Forces|state-force|BJ|Forces armées béninoises|
Togolese Armed Forces|state-force|TG|FAT;Forces armées togolaises|
Algerian People's National Army|state-force|DZ|Armée nationale populaire;ANP|
Mauritanian Armed Forces|state-force|MR||
Rapid Support Forces (RSF)|rebel-group|SD|RSF;Rapid Support Forces;Forces de soutien rapide;FSR;قوات الدعم السريع|
Sudanese Armed Forces (SAF)|state-force|SD|SAF;Sudanese Armed Forces;Forces armées soudanaises;القوات المسلحة السودانية;الجيش السوداني|
SPLM-N (al-Hilu)|rebel-group|SD|SPLM-N;SPLA-N;MPLS-N|
Sudan Liberation Movement/Army|rebel-group|SD|SLM;SLA;SLM/A;Sudan Liberation Movement;Sudan Liberation Army|
Justice and Equality Movement|rebel-group|SD|JEM|
Janjaweed|political-militia|SD|Janjawid;Djandjawid|
South Sudan People's Defence Forces|state-force|SS|SSPDF|
SPLA-IO|rebel-group|SS|SPLM-IO;SPLM/A-IO|
White Army|identity-militia|SS|Nuer White Army|
Al-Shabaab|rebel-group|SO|al-Shabaab;al Shabab;al-Shabab;Shabaab;shebab;shebabs;Chabab;Harakat al-Shabaab al-Mujahideen;حركة الشباب|= Al Shabaab
Islamic State in Somalia|rebel-group|SO|ISS;IS Somalia;Islamic State Somalia|
Somali National Army|state-force|SO|SNA;Gorgor;Danab|
Somali police|police|SO|Haramcad|
Jubaland forces|political-militia|SO|Jubaland Dervish Force;Jubbaland forces|
Ma'awisley|identity-militia|SO|Macawiisley;Macawisley|
AUSSOM|external-force||ATMIS;AMISOM;African Union mission in Somalia;African Union Transition Mission in Somalia|
Ethiopian National Defence Force|state-force|ET|ENDF|
Fano|identity-militia|ET|Fano militia;Amhara Fano|
Oromo Liberation Army|rebel-group|ET|OLA;OLF-Shene;Shene|
TPLF|rebel-group|ET|Tigray People's Liberation Front;Tigray forces|
Kenya Defence Forces|state-force|KE|KDF|
Kenya police|police|KE|National Police Service;General Service Unit|
Uganda People's Defence Force|state-force|UG|UPDF|
Rwanda Defence Force|state-force|RW|RDF;FDR;Rwandan Defence Force|
Burundi National Defence Force|state-force|BI|FDNB|
FARDC|state-force|CD|Forces armées de la RDC;Forces armées de la République démocratique du Congo;Armed Forces of the Democratic Republic of the Congo|
Congolese police|police|CD|PNC|
M23|rebel-group|CD|March 23 Movement;Mouvement du 23 mars;AFC/M23;AFC-M23;M23/AFC|
ADF|rebel-group|CD|Allied Democratic Forces;Forces démocratiques alliées;ADF-MTM;ISCAP;IS-DRC;Islamic State Central Africa Province;Province d'Afrique centrale de l'État islamique;ADF/NALU|= Islamic State – Democratic Republic of the Congo
CODECO|identity-militia|CD|Codeco;Coopérative pour le développement du Congo;Cooperative for the Development of Congo;URDPC|
Zaïre militia|identity-militia|CD|FPAC-Zaïre;milice Zaïre|
FDLR|rebel-group|CD|Forces démocratiques de libération du Rwanda;Democratic Forces for the Liberation of Rwanda|
Mai-Mai|identity-militia|CD|Mai Mai;Maï-Maï;Mayi-Mayi;Maï-maï;Mai-mai|
Wazalendo|political-militia|CD|wazalendo|
Nyatura|identity-militia|CD|Nyatura CMC|
Twirwaneho|identity-militia|CD||
RED-Tabara|rebel-group|BI|Red Tabara|
Mobondo|identity-militia|CD|Mobondo militia|
LRA|rebel-group||Lord's Resistance Army;Armée de résistance du Seigneur|
Coalition of Patriots for Change (CPC)|rebel-group|CF|CPC;Coalition des patriotes pour le changement|
3R|rebel-group|CF|Retour, réclamation et réhabilitation|
Unity for Peace in Central Africa (UPC)|rebel-group|CF|UPC;Unité pour la paix en Centrafrique|
Anti-balaka|identity-militia|CF|anti-balakas;antibalaka|
Séléka|rebel-group|CF|ex-Séléka;Seleka;ex-Seleka|
Central African Armed Forces|state-force|CF|FACA|
Islamic State-Mozambique|rebel-group|MZ|Islamic State Mozambique;IS-Mozambique;Ansar al-Sunna;ISM;État islamique au Mozambique;Ahlu Sunna wal Jamaa|= Islamic State-Mozambique
Mozambique Defence Armed Forces (FADM)|state-force|MZ|FADM;FDS Mozambique|
Naparama|identity-militia|MZ|Naparamas|
SAMIM|external-force||SADC Mission in Mozambique|
MINUSMA|external-force||Multidimensional Integrated Stabilization Mission in Mali;United Nations Multidimensional Integrated Stabilization Mission in Mali;Mission multidimensionnelle intégrée des Nations unies pour la stabilisation au Mali|
MONUSCO|external-force||Monusco;United Nations Organization Stabilization Mission in the Democratic Republic of the Congo|
MINUSCA|external-force||Minusca;United Nations Multidimensional Integrated Stabilization Mission in the Central African Republic|
UNMISS|external-force||United Nations Mission in South Sudan|
UNISFA|external-force||United Nations Interim Security Force for Abyei|
Barkhane|external-force|FR|Operation Barkhane;Opération Barkhane;force Barkhane|
Takuba|external-force||Task Force Takuba|
G5 Sahel Joint Force|external-force||Force conjointe du G5 Sahel;FC-G5S;G5 Sahel|
French Armed Forces|state-force|FR|Armée française|
Russian Armed Forces|state-force|RU||
US Africa Command|external-force|US|AFRICOM|
Libyan National Army|state-force|LY|LNA|
Egyptian Armed Forces|state-force|EG||
Houthis|rebel-group|YE|Ansar Allah;Ansarallah;Houthi;Houthi movement;Houthi rebels|= Ansarallah
Hamas|rebel-group|PS|حماس|= Hamas (Harakat Al-Muqawama Al-Islamiya) (Islamic Resistance Movement)
Hezbollah|rebel-group|LB|Hizballah;Hizbullah;حزب الله|= Hizballah
Taliban|rebel-group|AF|Talibans;Taleban;طالبان|= Taliban
SITE Intelligence Group|media-monitor|US|SITE;SITE Intelligence|
Amaq|media-monitor||Amaq agency;Amaq News Agency;agence Amaq|
Az-Zallaqa|media-monitor||Al-Zallaqa;Az-Zallaqa Media Foundation;fondation Az-Zallaqa|
ACLED|media-monitor||Armed Conflict Location and Event Data;Armed Conflict Location & Event Data Project|
AFP|media-outlet|FR|Agence France-Presse|
Reuters|media-outlet|GB||
Associated Press|media-outlet|US|AP|
RFI|media-outlet|FR|Radio France Internationale|
BBC|media-outlet|GB||
Al Jazeera|media-outlet|QA|Al-Jazeera;الجزيرة|
Radio Okapi|media-outlet|CD||
Radio Dabanga|media-outlet|SD|Dabanga|
Radio Andalus|media-outlet|SO|Andalus radio|
Xinhua|media-outlet|CN||
Studio Tamani|media-outlet|ML||
Jeune Afrique|media-outlet|FR||
Actualite.cd|media-outlet|CD||
VOA|media-outlet|US|Voice of America|
Anadolu|media-outlet|TR|Anadolu Agency|
CNN|media-outlet|US||
France 24|media-outlet|FR||
TV5 Monde|media-outlet|FR|TV5Monde|
UN Security Council|organisation||Security Council;Conseil de sécurité;Conseil de sécurité des Nations unies|
United Nations|organisation||Nations unies;ONU|
OCHA|organisation||Office for the Coordination of Humanitarian Affairs;Bureau de la coordination des affaires humanitaires|
OHCHR|organisation||UN human rights office;Haut-Commissariat aux droits de l'homme|
IOM|organisation||OIM;International Organization for Migration;Organisation internationale pour les migrations|
UNHCR|organisation||HCR;UN refugee agency|
UNICEF|organisation||Unicef|
WFP|organisation||PAM;World Food Programme;Programme alimentaire mondial|
ICRC|organisation||CICR;International Committee of the Red Cross;Comité international de la Croix-Rouge|
Médecins Sans Frontières|organisation||MSF;Doctors Without Borders;Médecins sans frontières|
Human Rights Watch|organisation||HRW|
Amnesty International|organisation||Amnesty|
Sudan Doctors Network|organisation|SD|Réseau des médecins soudanais;شبكة أطباء السودان|
Kivu Security Tracker|organisation|CD|KST;Baromètre sécuritaire du Kivu|
African Union|organisation||Union africaine|
ECOWAS|organisation||CEDEAO;Cédéao|
`;
