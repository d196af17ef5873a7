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
      adjectives: list(adjectives),
      capitals: list(capitals),
    };
  });

const byCode = new Map(countries.map((country) => [country.code, country]));

/** English name of a country of the list; the code itself for others. */
export function countryName(code: string): string {
  return byCode.get(code)?.name ?? code;
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
  MZ: 'TZ ZA',
};
