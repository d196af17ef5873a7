// @ts-check
// Those who watch, help and report; form as in own-list.mjs.
export const ownWatchers = `
SITE Intelligence Group|media-monitor|US|SITE;SITE Intelligence;SITE Intel Group;centre SITE;groupe SITE|
Amaq|media-monitor||Amaq agency;Amaq News Agency;agence Amaq;Amaq news agency;agence de propagande Amaq;وكالة أعماق;أعماق|
Az-Zallaqa|media-monitor||Al-Zallaqa;Az-Zallaqa Media Foundation;fondation Az-Zallaqa;Az-Zallaqa media;Zallaqa;الزلاقة;مؤسسة الزلاقة|
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
Syrian Observatory for Human Rights|media-monitor|GB|SOHR;OSDH;Observatoire syrien des droits de l'homme;المرصد السوري لحقوق الإنسان|
MENASTREAM|media-monitor||Menastream|
WamapS|media-monitor||Wamaps|
HumAngle|media-outlet|NG||
Daily Trust|media-outlet|NG||
Premium Times|media-outlet|NG||
The Punch|media-outlet|NG|Punch newspaper|
Channels Television|media-outlet|NG|Channels TV|
Radio Ndeke Luka|media-outlet|CF|Ndeke Luka|
Radio Omega|media-outlet|BF|Omega FM;Omega Médias|
Burkina24|media-outlet|BF||
RTB|media-outlet|BF|Radiodiffusion télévision du Burkina|
AIB|media-outlet|BF|Agence d'information du Burkina|
ORTM|media-outlet|ML|Office de radio et télévision du Mali|
Malijet|media-outlet|ML||
Maliactu|media-outlet|ML||
Le Monde|media-outlet|FR||
Garowe Online|media-outlet|SO||
Goobjoog|media-outlet|SO|Goobjoog News|
Sudan Tribune|media-outlet|SD||
Radio Tamazuj|media-outlet|SS|Tamazuj|
Eye Radio|media-outlet|SS||
Addis Standard|media-outlet|ET||
The Reporter Ethiopia|media-outlet|ET||
The Guardian|media-outlet|GB||
The New York Times|media-outlet|US|New York Times|
Deutsche Welle|media-outlet|DE|DW|
dpa|media-outlet|DE|Deutsche Presse-Agentur|
EFE|media-outlet|ES|Agencia EFE|
Sky News|media-outlet|GB||
Al Arabiya|media-outlet|AE|Al-Arabiya;العربية|
Wakat Séra|media-outlet|BF|WakatSéra|
Carta de Moçambique|media-outlet|MZ||
Zitamar|media-outlet|MZ|Zitamar News|
Cabo Ligado|media-monitor|MZ||
Dawn newspaper|media-outlet|PK|Dawn.com|
Myanmar Now|media-outlet|MM||
The Irrawaddy|media-outlet|MM|Irrawaddy|
UN Secretary-General|organisation||Secretary-General of the United Nations;Secrétaire général des Nations unies;secrétaire général de l'ONU|
BINUH|organisation|HT|United Nations Integrated Office in Haiti;Bureau intégré des Nations unies en Haïti|
UNAMA|organisation|AF|United Nations Assistance Mission in Afghanistan;Manua|
Emergency Lawyers|organisation|SD|Avocats d'urgence;محامو الطوارئ|
Emergency Response Rooms|organisation|SD|Emergency Response Room;غرف الطوارئ|
Darfur Network for Human Rights|organisation|SD|DNHR|
Ethiopian Human Rights Commission|organisation|ET|EHRC|
CEPADHO|organisation|CD||
CRDH|organisation|CD|Convention pour le respect des droits humains|
GANE|organisation|HT||
RNDDH|organisation|HT|Réseau national de défense des droits humains|
CISC|organisation|BF|Collectif contre l'impunité et la stigmatisation des communautés|
CNDH|organisation|ML|Commission nationale des droits de l'homme du Mali|
Kisal|organisation|ML|Observatoire Kisal|
Red Cross|organisation||Croix-Rouge;Red Crescent;Croissant-Rouge;الهلال الأحمر|
Save the Children|organisation|||
NRC|organisation||Norwegian Refugee Council;Conseil norvégien pour les réfugiés|
INSO|organisation||International NGO Safety Organisation|
FIDH|organisation|FR|Fédération internationale pour les droits humains|
European Union|organisation||Union européenne|
SADC|organisation||Southern African Development Community|
Airwars|media-monitor|GB||
`;
