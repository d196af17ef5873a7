/** Small words between a figure, the people it counts and what happened to them; folded. */

export const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
export const auxiliaries = set(
  'were was have has had been be being are is also reportedly allegedly all both then thus later either who still already confirmed feared presumed believed reported found ' +
    'ont ete a sont est etaient etait seraient serait auraient aurait avaient furent avoir avait portes porte portees portee grievement gravement legerement mortellement sauvagement seriously severely critically badly fatally aussi egalement ainsi encore laches tous toutes se qui avec deja',
);
export const skipInside = set(
  'of de d des du the les le la l their its our ses leurs leur nos other others autres autre d entre eux them more least new young old more supplementaires additional further innocent local foreign suspected presumed alleged armed elderly unarmed civilian',
);
export const notPeople = set(
  'percent per cent pour km kilometres kilometers metres meters miles hectares tonnes tons litres hours hour heures heure h minutes minute seconds days day jours jour weeks week semaines semaine months month mois years year ans annees annee ' +
    'dollars euros francs fcfa cfa naira shillings gmt am pm vehicles vehicle vehicules vehicule motorcycles motorbikes motos moto pick-ups pickups trucks houses homes huts maisons cases boutiques shops cattle boeufs moutons sheep cows goats camels chameaux tetes rifles weapons armes kalashnikovs villages towns sites schools ecoles points buts goals matches kits times fois attacks attaques operations incidents raids ambushes rockets roquettes shells obus drones bombs sources residents-said degrees villages localites communes provinces regions countries pays assaults explosions attempts',
);
export const bodyNouns = set('body bodies corpse corpses corps cadavre cadavres depouilles');
export const followers = set(
  'and et in on at near including dont when while during as by par dans a au aux lors or ou mais but before after apres avant from since depuis so far with that were was dead according selon for en hier yesterday today of to les le la du de people ont sont',
);
export const speech =
  /^(?:said|told|says|added|reported|announced|claimed|indique|declare|affirme|annonce|rapporte|raconte|assure|precise)$/;
