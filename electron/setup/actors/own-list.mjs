// @ts-check
// Actors in our own words: forces of the Sahel and its neighbours, groups that the CC0 list lacks, those
// who watch and report. One line each: name | kind | country | other names, separated by ";".
// A name that the CC0 list knows under another one says so with "= value of that list".

import { ownElsewhere } from './own-elsewhere.mjs';
import { ownWatchers } from './own-watchers.mjs';

const ownAfrica = `
JNIM|rebel-group||Jama'at Nusrat al-Islam wal-Muslimin;Jama'at Nusratul Islam wal-Muslimin;Groupe de soutien à l'islam et aux musulmans;Group for the Support of Islam and Muslims;Support Group for Islam and Muslims;GSIM;جماعة نصرة الإسلام والمسلمين;نصرة الإسلام والمسلمين;Groupe de soutien à l'islam et aux musulmans (GSIM);Groupe pour le soutien de l'islam et des musulmans;Jamaat Nusrat al-Islam wal-Muslimeen;Jamaat Nosrat al-Islam wal-Mouslimine;Jama'a Nusrat ul-Islam wa al-Muslimin;Nusrat al-Islam|= Jama’at Nusrat Al-Islam Wal-Muslimin
Islamic State Sahel Province|rebel-group||ISGS;ISSP;IS Sahel;EIGS;EIS;Islamic State in the Greater Sahara;Islamic State in the Sahel;Islamic State Sahel;État islamique au Grand Sahara;État islamique dans le Grand Sahara;État islamique au Sahel;État islamique Sahel;ولاية الساحل;Islamic State Sahel branch;Islamic State's Sahel Province;Islamic State's Sahel branch;Islamic State in the Sahel Province;Sahel Province;État islamique Province du Sahel;Province du Sahel de l'État islamique;Wilayat Sahel|= Islamic State in the Greater Sahara
ISWAP|rebel-group||soldiers of the caliphate in West Africa;West Africa Province;Wilayat West Africa;Islamic State West Africa Province;Islamic State in West Africa Province;Province ouest-africaine de l'État islamique;État islamique en Afrique de l'Ouest;État islamique Province d'Afrique de l'Ouest;Iswap;ولاية غرب إفريقيا;Islamic State West African Province;Islamic State's West Africa Province;Islamic State's West African Province;État islamique en Afrique occidentale;Etat islamique en Afrique de l'Ouest;Province d'Afrique de l'Ouest de l'État islamique|= Islamic State West Africa Province
Boko Haram|rebel-group||JAS;Jama'atu Ahlis Sunna Lidda'awati wal-Jihad;بوكو حرام;Jamaatu Ahlis-Sunna Lidda'Awati Wal-Jihad;JASDJ;Boko-Haram|= Boko Haram
Islamic State|rebel-group||État islamique;Etat islamique;ISIS;ISIL;IS group;EI;Daesh;Daech;soldiers of the caliphate;soldats du califat;داعش;الدولة الإسلامية;Islamic State group;groupe État islamique;organisation État islamique;organisation de l'État islamique;OEI;تنظيم الدولة الإسلامية;تنظيم الدولة;تنظيم داعش|= Islamic State
Al-Qaeda|rebel-group||al Qaeda;al-Qaïda;Al-Qaida;تنظيم القاعدة;al-Qaida;Al Qaïda;القاعدة|= Al Qaida
Al-Qaeda in the Islamic Maghreb|rebel-group||AQIM;AQMI;Al-Qaïda au Maghreb islamique;Al Qaeda in the Islamic Maghreb;Al-Qaida in the Islamic Maghreb;القاعدة في بلاد المغرب الإسلامي;تنظيم القاعدة ببلاد المغرب الإسلامي|= Al Qaida in the Islamic Maghreb (AQIM)
Ansaroul Islam|rebel-group|BF|Ansarul Islam;Ansar ul Islam;أنصار الإسلام|
Katiba Macina|rebel-group|ML|Macina Liberation Front;Front de libération du Macina;Katibat Macina;Katiba du Macina;Front de libération du Macina (FLM);FLM;كتيبة ماسينا;جبهة تحرير ماسينا|= Front de Libération du Macina
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
Volunteers for the Defence of the Homeland (VDP)|political-militia|BF|VDP;VDPs;Volunteers for the Defence of the Homeland;Volunteers for the Defense of the Homeland;Volontaires pour la défense de la patrie;volontaires pour la défense de la patrie;Volontaires pour la Défense de la Patrie;Homeland Defence Volunteers;Volunteers for the Defence of the Fatherland;Volunteers for the Defense of the Fatherland;supplétifs VDP|
Burkina Faso Armed Forces|state-force|BF|Forces armées burkinabè;Forces armées nationales du Burkina Faso;BIR;Bataillon d'intervention rapide;Rapid Intervention Battalion;FAB;Forces de défense et de sécurité burkinabè;Burkinabe Armed Forces;Burkina Faso army;armée burkinabè|
Burkina Faso police|police|BF|Police nationale du Burkina Faso|
Burkina Faso gendarmerie|police|BF|Gendarmerie nationale du Burkina Faso|
Malian Armed Forces (FAMa)|state-force|ML|FAMa;FAMA;FAMAs;Forces armées maliennes;Malian Armed Forces;Forces armées et de sécurité maliennes;Forces armées du Mali;Malian army;armée malienne;الجيش المالي;القوات المسلحة المالية|
Malian gendarmerie|police|ML|Gendarmerie nationale du Mali|
Malian police|police|ML|Police nationale du Mali|
Niger Armed Forces|state-force|NE|FAN;Forces armées nigériennes;Nigerien Armed Forces;Nigerien army;armée nigérienne;Forces de défense et de sécurité nigériennes;الجيش النيجري|
Niger gendarmerie|police|NE|Gendarmerie nationale du Niger|
Nigerian Armed Forces|state-force|NG|Operation Hadin Kai;Nigerian Air Force;Nigerian Army;Nigerian military;Operation Lafiya Dole;Operation Safe Haven;Operation Fansan Yamma;Operation Whirl Punch;Nigerian Navy;armée nigériane;الجيش النيجيري|
Nigeria Police Force|police|NG|Nigeria Police|
Civilian Joint Task Force (CJTF)|political-militia|NG|CJTF;Civilian Joint Task Force;Civilian JTF|
Ansaru|rebel-group|NG|Jama'atu Ansarul Muslimina fi Biladis Sudan;أنصارو|
Lakurawa|rebel-group|NG|Lakurawas|
Mahmuda|rebel-group|NG|Mahmuda group|
IPOB|rebel-group|NG|Indigenous People of Biafra;Eastern Security Network|
Multinational Joint Task Force (MNJTF)|external-force||MNJTF;FMM;Multinational Joint Task Force;Force multinationale mixte|
Chadian Armed Forces|state-force|TD|Armée nationale tchadienne;armée tchadienne;Chadian army;ANT;الجيش التشادي|
FACT|rebel-group|TD|Front pour l'alternance et la concorde au Tchad|
Cameroonian Armed Forces|state-force|CM|Forces armées camerounaises;BIR Cameroun;armée camerounaise;Cameroonian army;Rapid Intervention Battalion of Cameroon|
Ambazonia separatists|rebel-group|CM|Ambazonia Defence Forces;Ambazonian fighters;Amba boys;Ambazoniens;séparatistes ambazoniens;Ambazonian separatists;Ambazonia separatist fighters;Ambazonia Governing Council;Anglophone separatists;séparatistes anglophones;separatist fighters of Ambazonia|
Ivorian Armed Forces|state-force|CI|FACI|
Beninese Armed Forces|state-force|BJ|Forces armées béninoises|
Togolese Armed Forces|state-force|TG|FAT;Forces armées togolaises|
Algerian People's National Army|state-force|DZ|Armée nationale populaire;ANP|
Mauritanian Armed Forces|state-force|MR||
Rapid Support Forces (RSF)|rebel-group|SD|RSF;Rapid Support Forces;Forces de soutien rapide;FSR;قوات الدعم السريع;Sudanese Rapid Support Forces;paramilitaires soudanais;الدعم السريع;ميليشيا الدعم السريع|
Sudanese Armed Forces (SAF)|state-force|SD|SAF;Sudanese Armed Forces;Forces armées soudanaises;القوات المسلحة السودانية;الجيش السوداني;Sudanese army;Sudan's army;armée soudanaise|
SPLM-N (al-Hilu)|rebel-group|SD|SPLM-N;SPLA-N;MPLS-N|
Sudan Liberation Movement/Army|rebel-group|SD|SLM;SLA;SLM/A;Sudan Liberation Movement;Sudan Liberation Army|
Justice and Equality Movement|rebel-group|SD|JEM|
Janjaweed|political-militia|SD|Janjawid;Djandjawid|
South Sudan People's Defence Forces|state-force|SS|SSPDF|
SPLA-IO|rebel-group|SS|SPLM-IO;SPLM/A-IO|
White Army|identity-militia|SS|Nuer White Army;Armée blanche|
Al-Shabaab|rebel-group|SO|al-Shabaab;al Shabab;al-Shabab;Shabaab;shebab;shebabs;Chabab;Harakat al-Shabaab al-Mujahideen;حركة الشباب;al-Chabab;Al Shebab;al-Shebab;Harakat Shabaab al-Mujahidin;Harakat al-Chabab;Shabab;الشباب;حركة الشباب المجاهدين|= Al Shabaab
Islamic State in Somalia|rebel-group|SO|ISS;ISIS-Somalia;ISIS in Somalia;ISIL in Somalia;ISIL-Somalia;IS-Somalia;Daesh in Somalia;IS Somalia;Islamic State Somalia;Islamic State Somalia Province;Abnaa ul-Calipha;ولاية الصومال|
Somali National Army|state-force|SO|SNA;Gorgor;Danab;Somali army;Somali military;armée somalienne;الجيش الصومالي;Somali Armed Forces|
Somali police|police|SO|Haramcad|
Jubaland forces|political-militia|SO|Jubaland Dervish Force;Jubbaland forces|
Ma'awisley|identity-militia|SO|Macawiisley;Macawisley|
AUSSOM|external-force||ATMIS;AMISOM;African Union mission in Somalia;African Union Transition Mission in Somalia;AU mission in Somalia;Mission de l'Union africaine en Somalie;African Union Support and Stabilization Mission in Somalia|
Ethiopian National Defence Force|state-force|ET|ENDF;Ethiopian National Defense Force;Ethiopian army;Ethiopian military;armée éthiopienne;Forces de défense nationale éthiopiennes;الجيش الإثيوبي|
Fano|identity-militia|ET|Fano militia;Amhara Fano;milice Fano;miliciens Fano;milices Fano|
Oromo Liberation Army|rebel-group|ET|OLA;OLF-Shene;Shene;Oromo Liberation Army (OLA);Armée de libération oromo;OLF-Shane;جيش تحرير أورومو|
TPLF|rebel-group|ET|Tigray People's Liberation Front;Tigray forces|
Kenya Defence Forces|state-force|KE|KDF|
Kenya police|police|KE|National Police Service;General Service Unit|
Uganda People's Defence Force|state-force|UG|UPDF;Ugandan army;armée ougandaise|
Rwanda Defence Force|state-force|RW|RDF;FDR;Rwandan Defence Force;Rwandan army;armée rwandaise;Forces rwandaises de défense|
Burundi National Defence Force|state-force|BI|FDNB|
FARDC|state-force|CD|Forces armées de la RDC;Forces armées de la République démocratique du Congo;Armed Forces of the Democratic Republic of the Congo;Congolese army;armée congolaise;Forces armées congolaises|
Congolese police|police|CD|PNC|
M23|rebel-group|CD|March 23 Movement;Mouvement du 23 mars;AFC/M23;AFC-M23;M23/AFC;Alliance Fleuve Congo;Congo River Alliance;March 23 Movement rebels;حركة 23 مارس;Mouvement du 23-Mars|
ADF|rebel-group|CD|Allied Democratic Forces;Forces démocratiques alliées;ADF-MTM;ISCAP;IS-DRC;Islamic State Central Africa Province;Province d'Afrique centrale de l'État islamique;ADF/NALU;Allied Democratic Forces (ADF);rebelles ougandais des ADF;القوات الديمقراطية المتحالفة|= Islamic State – Democratic Republic of the Congo
CODECO|identity-militia|CD|Codeco;Coopérative pour le développement du Congo;Cooperative for the Development of Congo;URDPC;URDPC/Codeco;milice Codeco;miliciens Codeco;Coopérative pour le développement économique du Congo|
Zaïre militia|identity-militia|CD|FPAC-Zaïre;milice Zaïre|
FDLR|rebel-group|CD|Forces démocratiques de libération du Rwanda;Democratic Forces for the Liberation of Rwanda;Forces démocratiques de libération du Rwanda (FDLR)|
Mai-Mai|identity-militia|CD|Mai Mai;Maï-Maï;Mayi-Mayi;Maï-maï;Mai-mai;Maï Maï;Mayi Mayi;miliciens maï-maï;Mai Mai militia|
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
Central African Armed Forces|state-force|CF|FACA;armée centrafricaine;Forces armées centrafricaines|
Islamic State-Mozambique|rebel-group|MZ|Islamic State Mozambique;IS-Mozambique;Ansar al-Sunna;ISM;État islamique au Mozambique;Ahlu Sunna wal Jamaa;Islamic State Mozambique Province;État islamique Mozambique;Ansar al-Sunna du Mozambique;ISIS-Mozambique;Ahlu-Sunnah wal-Jamaa;Al-Shabaab du Mozambique|= Islamic State-Mozambique
Mozambique Defence Armed Forces (FADM)|state-force|MZ|FADM;FDS Mozambique;Mozambican army;armée mozambicaine;Forças Armadas de Defesa de Moçambique|
Naparama|identity-militia|MZ|Naparamas|
SAMIM|external-force||SADC Mission in Mozambique|
MINUSMA|external-force||Multidimensional Integrated Stabilization Mission in Mali;United Nations Multidimensional Integrated Stabilization Mission in Mali;Mission multidimensionnelle intégrée des Nations unies pour la stabilisation au Mali;UN mission in Mali;Minusma;mission de l'ONU au Mali|
MONUSCO|external-force||Monusco;United Nations Organization Stabilization Mission in the Democratic Republic of the Congo;UN mission in Congo;UN mission in DR Congo;Mission de l'Organisation des Nations unies pour la stabilisation en République démocratique du Congo;mission de l'ONU en RDC;Mission de l'ONU en République démocratique du Congo|
MINUSCA|external-force||Minusca;United Nations Multidimensional Integrated Stabilization Mission in the Central African Republic;UN mission in the Central African Republic;Mission multidimensionnelle intégrée des Nations unies pour la stabilisation en République centrafricaine;Mission de l'ONU en Centrafrique;Multidimensional Integrated Stabilization Mission in the Central African Republic|
UNMISS|external-force||United Nations Mission in South Sudan;Minuss;MINUSS;UN mission in South Sudan;Mission des Nations unies au Soudan du Sud|
UNISFA|external-force||United Nations Interim Security Force for Abyei;Fisnua;FISNUA;Force intérimaire de sécurité des Nations unies pour Abyei|
Takuba|external-force||Task Force Takuba|
G5 Sahel Joint Force|external-force||Force conjointe du G5 Sahel;FC-G5S;G5 Sahel|
Libyan National Army|state-force|LY|LNA;Libyan Arab Armed Forces;LAAF;ANL;Armée nationale libyenne;الجيش الوطني الليبي|
Egyptian Armed Forces|state-force|EG|Egyptian army;armée égyptienne;الجيش المصري|
Katiba Hanifa|rebel-group||Katibat Hanifa;katiba Hanifa;Hanifa brigade|
Katiba Serma|rebel-group|ML|Katibat Serma;katiba Serma|
Mouvement arabe de l'Azawad (MAA)|rebel-group|ML|MAA;Mouvement arabe de l'Azawad;Arab Movement of Azawad;الحركة العربية الأزوادية|
Front patriotique de libération (FPL)|rebel-group|NE|FPL Niger;Front patriotique de libération;Patriotic Liberation Front|
Garde nationale du Niger|state-force|NE|Niger National Guard;Garde nationale nigérienne|
Garde nationale du Mali|state-force|ML|Mali National Guard;Garde nationale malienne|
Yan Sakai|identity-militia|NG|Yansakai;Yan-Sakai|
Yan Banga|identity-militia|NG|'Yan Banga|
Amotekun|political-militia|NG|Amotekun Corps;Western Nigeria Security Network|
Ebubeagu|political-militia|NG||
Nigeria Security and Civil Defence Corps|police|NG|NSCDC;Civil Defence Corps|
Hisbah|police|NG|Hisbah Board|
Biafra Liberation Army|rebel-group|NG||
CCMSR|rebel-group|TD|Conseil de commandement militaire pour le salut de la République|
Union des forces de la résistance|rebel-group|TD|UFR Tchad|
MPRD|rebel-group|TD|Mouvement pour la paix, la reconstruction et le développement|
Azande Ani Kpi Gbe|identity-militia|CF|AAKG;Azande Ani Kpi Gbé;Wagner Ti Azande|
FPRC|rebel-group|CF|Front populaire pour la renaissance de la Centrafrique;Popular Front for the Rebirth of Central Africa|
MPC|rebel-group|CF|Mouvement patriotique pour la Centrafrique;Central African Patriotic Movement|
CRP|rebel-group|CD|Convention pour la révolution populaire;Convention for the Popular Revolution|
FRPI|rebel-group|CD|Force de résistance patriotique de l'Ituri|
Raia Mutomboki|identity-militia|CD|Raïa Mutomboki|
NDC-R|rebel-group|CD|Nduma Defence of Congo-Renovated;NDC-Rénové;Nduma défense du Congo-Rénové|
APCLS|rebel-group|CD|Alliance des patriotes pour un Congo libre et souverain;Alliance of Patriots for a Free and Sovereign Congo|
Yakutumba militia|identity-militia|CD|Mai-Mai Yakutumba;Maï-Maï Yakutumba|
FNL (Burundi)|rebel-group|BI|Forces nationales de libération|
Imbonerakure|political-militia|BI||
National Salvation Front (NAS)|rebel-group|SS|National Salvation Front;NAS|
Gelweng|identity-militia|SS|Titweng|
South Sudan National Police Service|police|SS|South Sudan police|
Sudan Shield Forces|political-militia|SD|Sudan Shield;درع السودان|
Joint Force of Armed Struggle Movements|political-militia|SD|Joint Forces of the Armed Struggle Movements;القوة المشتركة;JSAMF|
Al-Baraa ibn Malik Brigade|political-militia|SD|Al-Bara' ibn Malik Brigade;al-Baraa Ibn Malik;كتيبة البراء بن مالك|
Sudanese police|police|SD|Central Reserve Police;Abu Tira|
Amhara Special Forces|political-militia|ET|Amhara regional forces;forces spéciales amhara|
Ethiopian Federal Police|police|ET|Ethiopian federal police|
Gambella Liberation Front|rebel-group|ET||
Eritrean Defence Forces|state-force|ER|Eritrean army;Eritrean troops;armée érythréenne|
Puntland forces|political-militia|SO|Puntland Security Force;PMPF;Puntland Maritime Police Force;Puntland Dervish|
Somaliland forces|political-militia|SO|Somaliland army;SSC-Khatumo|
Tanzania People's Defence Force|state-force|TZ|TPDF|
South African National Defence Force|state-force|ZA|SANDF|
SAMIDRC|external-force||SADC Mission in the Democratic Republic of the Congo;mission de la SADC en RDC;SAMI-RDC|
East African Community Regional Force|external-force||EACRF;Force régionale de l'EAC|
UNDOF|external-force||United Nations Disengagement Observer Force;FNUOD|
UNIFIL|external-force||Finul;FINUL;United Nations Interim Force in Lebanon;Force intérimaire des Nations unies au Liban;اليونيفيل|
UNAMID|external-force||MINUAD;Minuad|
Alliance of Sahel States joint force|external-force||Force unifiée de l'AES;AES joint force;Force unifiée de l'Alliance des États du Sahel|
EUTM Mali|external-force|||
Libyan Government of National Unity forces|state-force|LY|GNU forces;Government of National Unity forces;444 Brigade;444th Combat Brigade|
Stability Support Apparatus|political-militia|LY|SSA Libya;جهاز دعم الاستقرار|
Special Deterrence Force (Rada)|political-militia|LY|Rada;Special Deterrence Force;قوة الردع الخاصة|
Islamic State in Libya|rebel-group|LY|IS in Libya;État islamique en Libye|= Islamic State in Libya
Islamic State – Sinai Province|rebel-group|EG|Wilayat Sinai;Sinai Province;Islamic State Sinai;ولاية سيناء|= Islamic State – Sinai Province (ISSP)
Islamic State Khorasan Province|rebel-group||ISIS-K;ISKP;IS-K;ISK;Islamic State Khorasan;Islamic State-Khorasan;État islamique au Khorassan;EI-K;ولاية خراسان|= Islamic State Khorasan Province
Ivorian gendarmerie|police|CI|Gendarmerie nationale de Côte d'Ivoire|
Senegalese Armed Forces|state-force|SN|armée sénégalaise;Senegalese army|
MFDC|rebel-group|SN|Mouvement des forces démocratiques de Casamance;Movement of Democratic Forces of Casamance|
Ghana Armed Forces|state-force|GH|Ghana army;Ghanaian army|
Guinean Armed Forces|state-force|GN|armée guinéenne|
Angolan Armed Forces|state-force|AO|Forces armées angolaises|
FLEC|rebel-group|AO|FLEC-FAC;Front for the Liberation of the Enclave of Cabinda;Front de libération de l'enclave de Cabinda|
South Sudan Opposition Alliance|rebel-group|SS|SSOA|
Kenyan police reservists|police|KE|National Police Reservists|
`;

export const ownActors = [ownAfrica, ownElsewhere, ownWatchers]
  .map((list) => list.trim())
  .join('\n');
