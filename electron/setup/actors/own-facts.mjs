// @ts-check
// When groups of the list were active, and how they relate, as is publicly known. Dates are EDTF; a
// group without a line has no date that is beyond dispute.

/** name | from | to */
export const ownDates = `
JNIM|2017-03|
Islamic State Sahel Province|2015-05|
ISWAP|2015-03|
Boko Haram|2002~|
Al-Qaeda|1988-08|
Al-Qaeda in the Islamic Maghreb|2007-01|
Ansaroul Islam|2016-12|
Katiba Macina|2015|
Ansar Dine|2011~|
Al-Mourabitoun|2013-08|
MUJAO|2011-10|2013-08
Cadre stratégique permanent (CSP)|2021-05|2024-11
Front de libération de l'Azawad (FLA)|2024-11-30|
MNLA|2011-10|
Coordination des mouvements de l'Azawad (CMA)|2014-06~|
HCUA|2013-05|
GATIA|2014-08|
Mouvement pour le salut de l'Azawad (MSA)|2016-09|
Dan Na Ambassagou|2016-12|
Volunteers for the Defence of the Homeland (VDP)|2020-01|
Civilian Joint Task Force (CJTF)|2013|
Ansaru|2012-01|
Multinational Joint Task Force (MNJTF)|2015|
FACT|2016|
Rapid Support Forces (RSF)|2013-08|
Janjaweed|2003~|
SPLA-IO|2013-12|
Al-Shabaab|2006~|
Islamic State in Somalia|2015-10|
AUSSOM|2025-01|
TPLF|1975-02|
M23|2012-04|
ADF|1995~|
FDLR|2000|
LRA|1987~|
Coalition of Patriots for Change (CPC)|2020-12|
3R|2015~|
Unity for Peace in Central Africa (UPC)|2014-09|
Anti-balaka|2013~|
Séléka|2012-12|2013-09
SAMIM|2021-07|2024-07
MINUSMA|2013-04-25|2023-12-31
MONUSCO|2010-07-01|
MINUSCA|2014-04-10|
UNMISS|2011-07-09|
UNISFA|2011-06-27|
Barkhane|2014-08-01|2022-11-09
Takuba|2020-03|2022-06
G5 Sahel Joint Force|2017-07|2023-12
Hamas|1987-12|
Hezbollah|1982~|
Taliban|1994|
`;

/** from | relation | to | when */
export const ownRelations = `
Ansar Dine|part-of|JNIM|2017-03
Katiba Macina|part-of|JNIM|2017-03
Al-Mourabitoun|part-of|JNIM|2017-03
JNIM|affiliate-of|Al-Qaeda|2017-03
Al-Qaeda in the Islamic Maghreb|affiliate-of|Al-Qaeda|2007-01
MUJAO|splinter-of|Al-Qaeda in the Islamic Maghreb|2011-10
MUJAO|predecessor-of|Al-Mourabitoun|2013-08
Islamic State Sahel Province|splinter-of|Al-Mourabitoun|2015-05
Islamic State Sahel Province|affiliate-of|Islamic State|2016-10
Islamic State Sahel Province|rival-of|JNIM|2019~
ISWAP|affiliate-of|Islamic State|2015-03
ISWAP|splinter-of|Boko Haram|2016-08
Ansaru|splinter-of|Boko Haram|2012-01
Ansaroul Islam|ally-of|JNIM|2017~
MNLA|part-of|Coordination des mouvements de l'Azawad (CMA)|2014-06~
HCUA|part-of|Coordination des mouvements de l'Azawad (CMA)|2014-06~
Coordination des mouvements de l'Azawad (CMA)|part-of|Cadre stratégique permanent (CSP)|2021-05
Cadre stratégique permanent (CSP)|predecessor-of|Front de libération de l'Azawad (FLA)|2024-11-30
Janjaweed|predecessor-of|Rapid Support Forces (RSF)|2013-08
Islamic State in Somalia|splinter-of|Al-Shabaab|2015-10
Islamic State in Somalia|affiliate-of|Islamic State|
Unity for Peace in Central Africa (UPC)|splinter-of|Séléka|2014-09
3R|part-of|Coalition of Patriots for Change (CPC)|2020-12
SPLA-IO|splinter-of|South Sudan People's Defence Forces|2013-12
`;
