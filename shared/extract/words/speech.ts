/** Verbs of saying, folded, English and French. */
export const speechVerbs: ReadonlySet<string> = new Set(
  (
    'said says say told reported reports claims claimed claiming saying adding announced announces added confirmed confirms stated states declared wrote posted tweeted denied denies dismissed rejected disputed acknowledged admitted estimates estimated counted recorded documented blamed accused put puts heard saw described insisted gave gives provided condemned condemns condemn deplored deplores spoke speaks recounted noted warned insists relayed tells reporting ' +
    'dit disent indique indiquent declare declarent affirme affirment annonce annoncent precise precisent rapporte rapportent confirme confirment revendique revendiquent soutient soutiennent ajoute ajoutent explique raconte racontent assure assurent avance avancent evoque evoquent dementi dement dementent nie denonce denoncent reconnu reconnait estime estiment attribue parle parlent signale signalent recense compte relate condamne condamnent deplore temoigne glisse confie denombre enregistre donne donnent affirmant disant precisant ajoutant assurant indiquant mentionne decrit chiffre fustige regrette'
  ).split(' '),
);
