/** Countries, peoples' adjectives and capitals in English and French, folded, by ISO 3166-1 code. */
const lines = `
BF|Burkina Faso;Burkina|burkinabe;burkinabes;burkinabee;burkinabees;burkinese|Ouagadougou
ML|Mali|malian;malians;malien;maliens;malienne;maliennes|Bamako
NE|Niger|nigerien;nigeriens;nigerienne;nigeriennes|Niamey
NG|Nigeria|nigerian;nigerians;nigerian;nigeriane;nigerianes;nigerians|Abuja
TD|Chad;Tchad|chadian;chadians;tchadien;tchadiens;tchadienne;tchadiennes|N'Djamena;Ndjamena
CM|Cameroon;Cameroun|cameroonian;cameroonians;camerounais;camerounaise;camerounaises|Yaounde
MR|Mauritania;Mauritanie|mauritanian;mauritanians;mauritanien;mauritaniens;mauritanienne|Nouakchott
SN|Senegal|senegalese;senegalais;senegalaise|
CI|Ivory Coast;Cote d'Ivoire|ivorian;ivorians;ivoirien;ivoiriens;ivoirienne|Yamoussoukro
GH|Ghana|ghanaian;ghanaians;ghaneen;ghaneens;ghaneenne|Accra
TG|Togo|togolese;togolais;togolaise|Lome
BJ|Benin|beninese;beninois;beninoise;beninoises|Porto-Novo
GN|Guinea;Guinee|guinean;guineans;guineen;guineens;guineenne|Conakry
DZ|Algeria;Algerie|algerian;algerians;algerien;algeriens;algerienne|Alger;Algiers
LY|Libya;Libye|libyan;libyans;libyen;libyens;libyenne|Tripoli
TN|Tunisia;Tunisie|tunisian;tunisien;tunisiens;tunisienne|
MA|Morocco;Maroc|moroccan;marocain;marocains;marocaine|Rabat
EG|Egypt;Egypte|egyptian;egyptians;egyptien;egyptiens;egyptienne|Cairo;Le Caire
SD|Sudan;Soudan|sudanese;soudanais;soudanaise;soudanaises|Khartoum
SS|South Sudan;Soudan du Sud|south sudanese;sud-soudanais;sud-soudanaise|Juba
ET|Ethiopia;Ethiopie|ethiopian;ethiopians;ethiopien;ethiopiens;ethiopienne|Addis Ababa;Addis-Abeba
ER|Eritrea;Erythree|eritrean;eritreans;erythreen;erythreens|Asmara
DJ|Djibouti|djiboutian;djiboutien|
SO|Somalia;Somalie|somali;somalis;somalian;somalien;somaliens;somalienne|Mogadishu;Mogadiscio
KE|Kenya|kenyan;kenyans;kenyane;kenyanes|Nairobi
UG|Uganda;Ouganda|ugandan;ugandans;ougandais;ougandaise|Kampala
RW|Rwanda|rwandan;rwandans;rwandais;rwandaise|Kigali
BI|Burundi|burundian;burundians;burundais;burundaise|Bujumbura
TZ|Tanzania;Tanzanie|tanzanian;tanzanians;tanzanien;tanzaniens|Dodoma
CD|Democratic Republic of the Congo;Democratic Republic of Congo;DR Congo;DRC;RDC;RD Congo;Republique democratique du Congo;Congo-Kinshasa;Congo|congolese;congolais;congolaise;congolaises|Kinshasa
CG|Republic of the Congo;Congo-Brazzaville||Brazzaville
CF|Central African Republic;CAR;Republique centrafricaine;Centrafrique;RCA|central african;centrafricain;centrafricains;centrafricaine|Bangui
MZ|Mozambique|mozambican;mozambicans;mozambicain;mozambicains;mozambicaine|Maputo
ZA|South Africa;Afrique du Sud|south african;south africans;sud-africain;sud-africains|Pretoria
AO|Angola|angolan;angolais|Luanda
RU|Russia;Russie|russian;russians;russe;russes|Moscow;Moscou
UA|Ukraine|ukrainian;ukrainians;ukrainien;ukrainiens|Kyiv;Kiev
FR|France|french;francais;francaise;francaises|Paris
US|United States;Etats-Unis;US;USA|american;americans;americain;americains;americaine|Washington
GB|United Kingdom;Britain;Royaume-Uni|british;britannique;britanniques|London;Londres
DE|Germany;Allemagne|german;germans;allemand;allemands|Berlin
TR|Turkey;Turkiye;Turquie|turkish;turc;turcs;turque|Ankara
SY|Syria;Syrie|syrian;syrians;syrien;syriens;syrienne|Damascus;Damas
IQ|Iraq;Irak|iraqi;iraqis;irakien;irakiens;irakienne|Baghdad;Bagdad
YE|Yemen|yemeni;yemenis;yemenite;yemenites|Sanaa
IL|Israel|israeli;israelis;israelien;israeliens;israelienne|Jerusalem
PS|Palestine|palestinian;palestinians;palestinien;palestiniens|Ramallah
LB|Lebanon;Liban|lebanese;libanais;libanaise|Beirut;Beyrouth
IR|Iran|iranian;iranians;iranien;iraniens|Tehran;Teheran
AF|Afghanistan|afghan;afghans;afghane;afghanes|Kabul;Kaboul
PK|Pakistan|pakistani;pakistanis;pakistanais;pakistanaise|Islamabad
IN|India;Inde|indian;indians;indien;indiens|New Delhi
BD|Bangladesh|bangladeshi;bangladais|Dhaka
MM|Myanmar;Burma;Birmanie|burmese;birman;birmans|Naypyidaw
CO|Colombia;Colombie|colombian;colombians;colombien;colombiens|Bogota
MX|Mexico;Mexique|mexican;mexicans;mexicain|Mexico City
GT|Guatemala|guatemalan;guatemalteque|Guatemala City
HN|Honduras|honduran;hondurien|Tegucigalpa
SV|El Salvador;Salvador|salvadoran;salvadorien|San Salvador
EC|Ecuador;Equateur|ecuadorian;ecuadorean;equatorien|Quito
VE|Venezuela|venezuelan;venezuelien|Caracas
PE|Peru;Perou|peruvian;peruvien|
BR|Brazil;Bresil|brazilian;bresilien|Brasilia
CL|Chile;Chili|chilean;chilien|
BO|Bolivia;Bolivie|bolivian;bolivien|
CU|Cuba|cuban;cubain|
PH|Philippines|filipino;filipinos;philippine;philippin|Manila;Manille
TH|Thailand;Thailande|thai;thailandais|Bangkok
ID|Indonesia;Indonesie|indonesian;indonesians;indonesien|Jakarta
PG|Papua New Guinea;Papouasie-Nouvelle-Guinee|papuan|Port Moresby
LK|Sri Lanka|sri lankan;sri-lankais|Colombo
NP|Nepal|nepalese;nepali;nepalais|Kathmandu;Katmandou
CN|China;Chine|chinese;chinois|Beijing;Pekin
SA|Saudi Arabia;Arabie saoudite|saudi;saudis;saoudien|Riyadh;Riyad
JO|Jordan;Jordanie|jordanian;jordanien|Amman
QA|Qatar|qatari|Doha
AE|United Arab Emirates;Emirats arabes unis;UAE|emirati;emiratis|Abu Dhabi
UZ|Uzbekistan;Ouzbekistan|uzbek;ouzbek|
TJ|Tajikistan;Tadjikistan|tajik;tadjik|
AM|Armenia;Armenie|armenian;armenians;armenien|Yerevan;Erevan
AZ|Azerbaijan;Azerbaidjan|azerbaijani;azeri;azerbaidjanais|Baku;Bakou
GE|Georgia;Georgie|georgian;georgien|Tbilissi
SL|Sierra Leone|sierra leonean;sierra-leonais|Freetown
LR|Liberia|liberian;liberien|Monrovia
GW|Guinea-Bissau;Guinea Bissau;Guinee-Bissau|bissau-guinean;bissau-guineen|Bissau
GQ|Equatorial Guinea;Guinee equatoriale|equatorial guinean;equato-guineen|Malabo
GM|Gambia;Gambie;The Gambia|gambian;gambien|Banjul
GA|Gabon|gabonese;gabonais|Libreville
ZM|Zambia;Zambie|zambian;zambien|Lusaka
MW|Malawi|malawian;malawite|Lilongwe
ZW|Zimbabwe|zimbabwean;zimbabweans;zimbabween|Harare
NA|Namibia;Namibie|namibian;namibien|Windhoek
BW|Botswana|botswanan|Gaborone
SZ|Eswatini|swazi|
LS|Lesotho|basotho|Maseru
MG|Madagascar|malagasy;malgache|Antananarivo
IT|Italy;Italie|italian;italien|
ES|Spain;Espagne|spanish;espagnol|Madrid
PT|Portugal|portuguese;portugais|Lisbon;Lisbonne
BE|Belgium;Belgique|belgian;belge|Brussels;Bruxelles
CH|Switzerland;Suisse|swiss;suisse|
PL|Poland;Pologne|polonais|Warsaw;Varsovie
RO|Romania;Roumanie|romanian;roumain|
RS|Serbia;Serbie|serbian;serbe|Belgrade
XK|Kosovo|kosovar|Pristina
HT|Haiti|haitian;haitians;haitien;haitiens|Port-au-Prince
`;

export interface CountryWords {
  readonly code: string;
  /** English name, in its usual spelling. */
  readonly name: string;
  readonly names: readonly string[];
  readonly adjectives: readonly string[];
  readonly capitals: readonly string[];
}

/** French adjectives vary by gender and number: "israelien", "israelienne", "israeliennes". */
function formsOf(adjective: string): readonly string[] {
  if (/(?:ien|een)$/.test(adjective)) return ['', 's', 'ne', 'nes'].map((end) => adjective + end);
  if (/(?:ais|ois)$/.test(adjective)) return ['', 'e', 'es'].map((end) => adjective + end);
  if (/(?:ain|in)$/.test(adjective)) return ['', 's', 'e', 'es'].map((end) => adjective + end);
  return /[ienb]e$|[^e]an$|ani$/.test(adjective) ? [adjective, `${adjective}s`] : [adjective];
}

export const countries: readonly CountryWords[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', names = '', adjectives = '', capitals = ''] = line.split('|');
    const list = (text: string) => text.split(';').filter((each) => each !== '');
    return {
      code,
      name: list(names)[0] ?? code,
      names: list(names),
      adjectives: [...new Set(list(adjectives).flatMap(formsOf))],
      capitals: list(capitals),
    };
  });

const byCode = new Map(countries.map((country) => [country.code, country]));

/** English name of a country of the list; the code itself for others. */
export function countryName(code: string): string {
  return byCode.get(code)?.name ?? code;
}

/** Left out above where news agencies write from there about other countries. */
const otherCapitals: Readonly<Record<string, string>> = {
  SN: 'Dakar',
  TN: 'Tunis',
  CI: 'Yamoussoukro',
  DJ: 'Djibouti',
  GE: 'Tbilisi',
  LY: 'Tripoli',
  PE: 'Lima',
  CL: 'Santiago',
  CU: 'Havana',
  IT: 'Rome',
  UZ: 'Tashkent',
  TJ: 'Dushanbe',
};

/** Usual name of a capital; undefined when the list has none. */
export function capitalOf(code: string): string | undefined {
  return otherCapitals[code] ?? byCode.get(code)?.capitals[0];
}

/** Countries that share a border where armed groups cross it; weighs places, decides nothing. */
export const neighbours: Readonly<Record<string, string>> = {
  BF: 'ML NE BJ TG GH CI',
  ML: 'BF NE MR DZ SN GN CI',
  NE: 'ML BF NG TD BJ DZ LY',
  NG: 'NE CM TD BJ',
  TD: 'NG NE CM SD LY CF',
  CM: 'NG TD CF',
  SO: 'KE ET DJ',
  KE: 'SO ET UG SS',
  SD: 'TD SS ET LY CF EG ER',
  SS: 'SD UG KE ET CD CF',
  CD: 'UG RW BI SS CF AO CG TZ',
  MZ: 'TZ ZA MW ZW',
  BJ: 'BF NE NG TG',
  TG: 'BF BJ GH',
  GH: 'BF TG CI',
  CI: 'BF ML GN LR GH',
  CF: 'TD CM SD SS CD CG',
  LY: 'TD NE DZ TN EG SD',
  MR: 'ML SN DZ',
  SN: 'ML MR GN GM GW',
  GN: 'ML CI SN LR SL',
  ET: 'SO KE SD SS ER DJ',
  UG: 'CD SS KE RW',
  RW: 'CD UG BI TZ',
  BI: 'CD RW TZ',
  SY: 'IQ TR LB IL JO',
  IQ: 'SY TR IR',
  LB: 'SY IL',
  IL: 'PS LB SY',
  PS: 'IL EG',
  YE: 'SA',
  PK: 'AF IN IR',
  AF: 'PK IR TJ',
  IN: 'PK BD MM',
  MM: 'TH BD IN CN',
  UA: 'RU',
  RU: 'UA',
  CO: 'VE EC',
};
