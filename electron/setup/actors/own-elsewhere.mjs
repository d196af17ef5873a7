// @ts-check
// Groups and forces outside Africa; form as in own-list.mjs.
export const ownElsewhere = `
Africa Corps (Wagner)|external-force|RU|Wagner;Wagner Group;groupe Wagner;Africa Corps;Groupe Wagner;paramilitaires de Wagner;mercenaires de Wagner;Afrika Korps russe;Corps africain;فاغنر;مجموعة فاغنر;الفيلق الأفريقي|
Barkhane|external-force|FR|Operation Barkhane;Opération Barkhane;force Barkhane|
French Armed Forces|state-force|FR|Armée française;French army;armée de terre française|
Russian Armed Forces|state-force|RU|Russian army;Russian military;armée russe;الجيش الروسي|
US Africa Command|external-force|US|AFRICOM;U.S. Africa Command;Commandement américain pour l'Afrique|
Houthis|rebel-group|YE|Ansar Allah;Ansarallah;Houthi;Houthi movement;Houthi rebels;Houthi rebels;Houthi forces;houthistes;rebelles houthis;Houthistes;الحوثيون;الحوثيين;أنصار الله|= Ansarallah
Hamas|rebel-group|PS|حماس;Qassam Brigades;Al-Qassam Brigades;Izz ad-Din al-Qassam Brigades;Brigades Ezzedine al-Qassam;brigades al-Qassam;كتائب القسام;كتائب عز الدين القسام|= Hamas (Harakat Al-Muqawama Al-Islamiya) (Islamic Resistance Movement)
Hezbollah|rebel-group|LB|Hizballah;Hizbullah;حزب الله;Hizbollah;المقاومة الإسلامية في لبنان|= Hizballah
Taliban|rebel-group|AF|Talibans;Taleban;طالبان|= Taliban
Tehrik-e-Taliban Pakistan (TTP)|rebel-group|PK|TTP;Pakistani Taliban;talibans pakistanais;Tehreek-e-Taliban Pakistan;تحريك طالبان باكستان|= Tehrik-e-Taliban Pakistan (TTP)
Balochistan Liberation Army (BLA)|rebel-group|PK|BLA;Baloch Liberation Army;Balochistan Liberation Army;Armée de libération du Baloutchistan;Majeed Brigade|
Balochistan Liberation Front|rebel-group|PK|BLF;Baloch Liberation Front|
Jamaat-ul-Ahrar|rebel-group|PK|Jamaatul Ahrar|
Lashkar-e-Islam|rebel-group|PK||
Hafiz Gul Bahadur Group|rebel-group|PK|Gul Bahadur group|
Pakistan Armed Forces|state-force|PK|Pakistan army;Pakistani army;Pakistani military;ISPR;Inter-Services Public Relations;Frontier Corps;armée pakistanaise|
National Resistance Front (Afghanistan)|rebel-group|AF|NRF;National Resistance Front of Afghanistan;Front national de résistance|
Indian Armed Forces|state-force|IN|Indian army;Indian Army;armée indienne;CRPF;Central Reserve Police Force|
Communist Party of India (Maoist)|rebel-group|IN|Maoists;Naxalites;CPI (Maoist);Naxals;maoïstes indiens|
Hizbul Mujahideen|rebel-group|IN||= Hizbul Mujahideen
Myanmar Armed Forces (Tatmadaw)|state-force|MM|Tatmadaw;Myanmar military;Myanmar army;Myanmar's military;Myanmar junta forces;armée birmane;junte birmane|
People's Defence Force (Myanmar)|rebel-group|MM|People's Defence Force;People's Defense Force;People's Defence Forces;Forces de défense du peuple|
Arakan Army|rebel-group|MM|Armée de l'Arakan;Armée d'Arakan;Arakan Army (AA)|
Kachin Independence Army|rebel-group|MM|Armée pour l'indépendance kachin|
Karen National Liberation Army|rebel-group|MM|KNLA;Karen National Union;KNU|
Myanmar National Democratic Alliance Army|rebel-group|MM|MNDAA|
Ta'ang National Liberation Army|rebel-group|MM|TNLA|
Barisan Revolusi Nasional|rebel-group|TH|BRN;Barisan Revolusi Nasional Melayu Patani|
New People's Army|rebel-group|PH|NPA;Nouvelle armée du peuple|
Abu Sayyaf|rebel-group|PH|Abou Sayyaf|= Abu Sayyaf Group (ASG)
Bangsamoro Islamic Freedom Fighters|rebel-group|PH|BIFF|
Armed Forces of the Philippines|state-force|PH|Philippine army;Philippine military;armée philippine|
West Papua National Liberation Army|rebel-group|ID|TPNPB;TPNPB-OPM;Free Papua Movement;OPM|
Syrian Democratic Forces|rebel-group|SY|SDF;FDS syriennes;Forces démocratiques syriennes;قسد;قوات سوريا الديمقراطية|
Hayat Tahrir al-Sham|rebel-group|SY|HTS;Hayat Tahrir al-Cham;هيئة تحرير الشام|
Syrian National Army|rebel-group|SY|Armée nationale syrienne;الجيش الوطني السوري|
Syrian Armed Forces|state-force|SY|Syrian army;armée syrienne;Syrian Arab Army;الجيش السوري|
PKK|rebel-group|TR|Kurdistan Workers' Party;Kurdistan Workers Party;Parti des travailleurs du Kurdistan;حزب العمال الكردستاني|= Kurdistan Workers Party (PKK)
Turkish Armed Forces|state-force|TR|Turkish army;Turkish military;armée turque|
Popular Mobilization Forces|political-militia|IQ|PMF;Hashd al-Shaabi;Hachd al-Chaabi;الحشد الشعبي;Kataib Hezbollah;Kataeb Hezbollah|
Iraqi Armed Forces|state-force|IQ|Iraqi army;armée irakienne;الجيش العراقي|
Iranian Revolutionary Guards|state-force|IR|IRGC;Revolutionary Guards;Islamic Revolutionary Guard Corps;Gardiens de la révolution;الحرس الثوري|= Islamic Revolutionary Guard Corps
Israel Defense Forces|state-force|IL|IDF;Israeli army;Israeli military;Israel Defence Forces;Tsahal;armée israélienne;الجيش الإسرائيلي;جيش الاحتلال|
Palestinian Islamic Jihad|rebel-group|PS|Islamic Jihad movement;Jihad islamique palestinien;Al-Quds Brigades;سرايا القدس;الجهاد الإسلامي|= Palestinian Islamic Jihad (PIJ)
Lebanese Armed Forces|state-force|LB|Lebanese army;armée libanaise;الجيش اللبناني|
Southern Transitional Council forces|rebel-group|YE|STC;Southern Transitional Council;CTS;Conseil de transition du Sud;المجلس الانتقالي الجنوبي|
Al-Qaeda in the Arabian Peninsula|rebel-group|YE|AQAP;AQPA;Al-Qaïda dans la péninsule arabique;القاعدة في جزيرة العرب|= Al Qaida in the Arabian Peninsula (AQAP)
Saudi-led coalition|external-force|SA|coalition conduite par Riyad;Saudi-led military coalition;coalition arabe;التحالف العربي|
Ukrainian Armed Forces|state-force|UA|Ukrainian army;Ukrainian military;armée ukrainienne;Armed Forces of Ukraine;ZSU|
FARC dissidents|rebel-group|CO|EMC;Estado Mayor Central;Segunda Marquetalia;dissidents des FARC;dissidences des FARC;dissidents of the FARC;FARC dissident faction;ex-FARC Mafia|
FARC|rebel-group|CO|Revolutionary Armed Forces of Colombia;Forces armées révolutionnaires de Colombie|= Fuerzas Armadas Revolucionarias de Colombia (FARC)
ELN|rebel-group|CO|National Liberation Army;Armée de libération nationale;Ejército de Liberación Nacional|= Ejército de Liberación Nacional (ELN)
Clan del Golfo|identity-militia|CO|Gulf Clan;Clan du Golfe;Gaitanistas;AGC;Autodefensas Gaitanistas de Colombia;EGC|
Colombian Armed Forces|state-force|CO|Colombian army;Colombian military;armée colombienne;Colombian soldiers|
Colombian police|police|CO|Colombian National Police|
Gran Grif|identity-militia|HT|Gran Grif gang;Baz Gran Grif;gang de Savien|
Viv Ansanm|identity-militia|HT|Viv Ansanm coalition;Live Together coalition|
G9|identity-militia|HT|G9 Family and Allies;G9 an fanmi e alye;G9 en famille et alliés|
400 Mawozo|identity-militia|HT||
Kraze Baryè|identity-militia|HT|Kraze Barye;Kraze Baryè gang|
Haitian National Police|police|HT|Haitian police;Police nationale d'Haïti;police haïtienne;PNH|
Multinational Security Support Mission|external-force|HT|MSS;MMAS;Mission multinationale d'appui à la sécurité;Kenya-led mission in Haiti;Gang Suppression Force|
Jalisco New Generation Cartel|identity-militia|MX|CJNG;Cartel de Jalisco Nouvelle Génération;Cártel Jalisco Nueva Generación|= Cártel de Jalisco Nueva Generación
Sinaloa Cartel|identity-militia|MX|Cartel de Sinaloa;Los Chapitos;La Mayiza|= Cártel de Sinaloa
Mexican National Guard|state-force|MX|Guardia Nacional;Garde nationale mexicaine|
Peshmerga|state-force|IQ|peshmergas;Kurdish Peshmerga;البيشمركة|
`;
