/** People that no list knows: whoever is killed, wounded or taken is a person ("nine dissidents", "50 Russes"). */
import { auxiliaries, notPeople, set } from './casualty-words.ts';
import type { Quantity } from './numerals.ts';
import type { Token } from './tokens.ts';
import { inflicted, nominal, specialAfter, suffered } from './words/outcomes.ts';

const sufferedByPeople = set(
  'killed wounded injured hurt abducted kidnapped executed beheaded murdered slain massacred arrested detained died dead perished lynched missing ' +
    'tue tues tuee tuees mort morts morte mortes blesse blesses blessee blessees enleve enleves enlevee enlevees kidnappe kidnappes kidnappee kidnappees egorge egorges egorgee egorgees assassine assassines assassinee assassinees ' +
    'interpelle interpelles interpellee interpellees abattu abattus abattue abattues decede decedes execute executes executees decapite decapites decapitees peri massacres massacrees disparus disparues succombe succombes neutralises succumbed',
);
const stop = set(
  'in on at by and et dans par sur who which qui que that was were to from near after before during while when as since lors apres avant pres vers chez pour with avec contre against into a au aux the le la les des its their his her son sa ses leur leurs more other others autre autres or ou plus dont including whose during depuis is are has have had ont est sont ete been be dead mort',
);
/** Counted things that die or fall too. */
const things = set(
  'communique statement attaque attaques attack attacks raid raids incident incidents projectile projectiles balle balles bullets bullet tonne litres francs dollars animaux animals livestock betail chevres moutons boeufs anes chevaux donkeys horses chickens poulets tetes heads aircraft avion avions helicopter helicopters helicopteres tank tanks chars blindes pick-up pickup camion camions truck bus convoi convoys convoys vehicles base bases camp camps post posts poste postes position positions checkpoint checkpoints village town ville bombes engins explosifs tirs coups rounds points candidates seats sieges votes voix ballots',
);

const isWord = (token: Token | undefined): token is Token =>
  token !== undefined && /^\p{L}[\p{L}-]{2,}$/u.test(token.plain.replace(/'/g, ''));

/** "two altar servers had been abducted", "dozens of Muslims died", "50 Russes abattus": the noun before it. */
function beforeSuffering(tokens: readonly Token[], from: number): number | undefined {
  for (let i = from; i < Math.min(tokens.length, from + 7); i += 1) {
    const token = tokens[i];
    if (!token || (i > from && !/^[-"]?$/.test(token.gap))) return undefined;
    if (notPeople.has(token.word) || things.has(token.word)) return undefined;
    if (i === from) continue;
    const isSpecial = specialAfter(tokens, i) !== undefined;
    if (!sufferedByPeople.has(token.word) && !isSpecial) continue;
    let last = i - 1;
    while (last > from && auxiliaries.has(tokens[last]?.word ?? '')) last -= 1;
    const between = tokens.slice(last + 1, i).map(({ word }) => word);
    // "un communique avoir tue": the verb acts
    if (between.some((word) => word === 'avoir' || word === 'ayant' || word === 'having'))
      return undefined;
    const isActing =
      between.length > 0 &&
      between.every((word) => /^(?:a|ont|had|has|have)$/.test(word)) &&
      !/^(?:died|dead|perished|peri|succombe|disparu)/.test(token.word) &&
      !isSpecial;
    if (isActing) return undefined;
    return isWord(tokens[last]) && !stop.has(tokens[last]?.word ?? '') ? last : undefined;
  }
  return undefined;
}

/** "killed nine dissidents", "la mort de deux Togolais": the noun after it. */
function afterInflicting(tokens: readonly Token[], { start, end }: Quantity): number | undefined {
  let at = start - 1;
  while (
    at > start - 4 &&
    /^(?:de|d|des|of|the|les|another|some|some|at|least|au|moins|up|to)$/.test(
      tokens[at]?.word ?? '',
    ) &&
    !/[,;:.]/.test(tokens[at + 1]?.gap ?? '')
  )
    at -= 1;
  const word = tokens[at]?.word ?? '';
  if (/[,;:.]/.test(tokens[at + 1]?.gap ?? '')) return undefined;
  const isSure =
    (inflicted.has(word) &&
      !/^(?:lost|claimed|claiming|seized|seizing|capture|captured|capturing|perdu|perdre|perdant|hit|touche|buried|eliminated|hurt)$/.test(
        word,
      )) ||
    (nominal.has(word) &&
      /^(?:mort|deces|death|deaths|killing|killings|assassinat|assassinats|meurtre|meurtres|murder|kidnapping|abduction|enlevement|execution|rapt)$/.test(
        word,
      ));
  if (!isSure) return undefined;
  const isPassive = /^(?:were|was|been|be|ete|sont|est|being)$/.test(tokens[at - 1]?.word ?? '');
  if (isPassive && inflicted.has(word)) return undefined;
  let noun: number | undefined;
  for (let i = end; i < Math.min(tokens.length, end + 4); i += 1) {
    const token = tokens[i];
    if (
      !isWord(token) ||
      (i > end && token.gap !== '' && token.gap !== '-') ||
      stop.has(token.word)
    )
      break;
    if (notPeople.has(token.word) || things.has(token.word)) return undefined;
    if (/^(?:of|de|d)$/.test(token.word)) {
      if (i === end) continue;
      break;
    }
    if (suffered.has(token.word) || inflicted.has(token.word) || auxiliaries.has(token.word)) break;
    if (/(?:ing|ly|ement|ant)$/.test(token.word)) break;
    noun = i;
  }
  return noun;
}

export function unlistedNoun(tokens: readonly Token[], quantity: Quantity): number | undefined {
  if (quantity.isArticle) return undefined;
  let from = quantity.end;
  if (/^(?:of|de|d|des)$/.test(tokens[from]?.word ?? '')) from += 1;
  return beforeSuffering(tokens, from) ?? afterInflicting(tokens, { ...quantity, end: from });
}
