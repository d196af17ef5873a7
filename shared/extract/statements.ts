/** Who says it, and through whom: "the ministry said", "selon un elu", "claimed by JNIM", "told Reuters". */
import { mediumsOf, nearestMedium } from './mediums.ts';
import type { SpeechContext } from './noun-phrases.ts';
import type { Sentence } from './segments.ts';
import { nameOf, type Speaker } from './speakers.ts';
import { accordingAt, nominalAt, passiveAt, quotedAt } from './speech-frames.ts';
import { verbAt } from './speech-verbs.ts';
import type { Statement } from './statement.ts';

export type { Statement } from './statement.ts';

export function statementsOf(sentence: Sentence, context: SpeechContext): readonly Statement[] {
  const { document, actors } = context;
  const found: Statement[] = [];
  for (const { index } of sentence.tokens) {
    const statement =
      accordingAt(sentence, index, context) ??
      passiveAt(sentence, index, context) ??
      nominalAt(sentence, index, context) ??
      quotedAt(sentence, index, context) ??
      verbAt(sentence, index, found.length > 0, context);
    if (statement) found.push(statement);
  }
  const group = found.find(({ speaker }) => speaker.kind === 'group');
  const monitor = found.find(({ speaker }) => speaker.kind === 'monitor');
  const folded = document.folded(sentence);
  const mediums = mediumsOf(sentence, context);
  return found
    .filter(({ speaker, form }) => !(group && form === 'according' && speaker.kind === 'monitor'))
    .map((statement): Statement => {
      if (statement.speaker.kind === 'group' && monitor)
        return { ...statement, via: monitor.speaker.name };
      if (statement.speaker.kind === 'monitor' && putOut.test(folded)) {
        // a monitor passes on what a group put out
        const author = actors.find(
          ({ start, side }) => side === 'group' && document.sentenceOf(start) === sentence.index,
        );
        if (author) {
          const name = nameOf(author, document, actors);
          const speaker: Speaker = { name, kind: 'group', actor: author };
          return { ...statement, speaker, via: statement.speaker.name, isClaim: true };
        }
      }
      const via = nearestMedium(mediums, statement, found);
      return via !== undefined && via !== statement.speaker.name
        ? { ...statement, via }
        : statement;
    });
}

const putOut =
  /\b(?:messages?|claims?|claimed|credit|statement|revendi\w+|communique|propaganda|posted|audio|video)\b/;
