import type { SamePair } from '../../../shared/contract/same-calls.ts';
import type { SameReason } from '../../../shared/domain/same-attack-types.ts';
import { labelOfIncident, sameCandidates } from '../../services/same-candidates.ts';
import { scanForSame } from '../../services/same-scan.ts';
import type { CaseSession } from '../../services/session.ts';
import { type Command, optionalText } from '../command.ts';
import { readFilter, withCase } from '../common.ts';

export const sameCommand: Command = {
  name: 'same',
  usage: 'CASE [--id ID] [--filter FILTER]',
  summary: 'Lists pairs of incidents that may be one attack told twice, with what speaks for it.',
  positionals: ['CASE'],
  options: { id: { type: 'string' }, filter: { type: 'string' } },
  help: {
    id: 'only what one incident may be the same as',
    filter: 'only pairs with an incident that matches, in the text form of the filter box',
  },
  run: async ({ author, resolve }, [file = ''], values) => {
    const id = optionalText(values, 'id');
    const filter = optionalText(values, 'filter');
    const read = filter === undefined ? undefined : readFilter(filter);
    return withCase(resolve(file), { author, readOnly: true }, async (session) => {
      const found = id === undefined ? await overall(session, read) : ofOne(session, id);
      return { json: found, text: inWords(found) };
    });
  },
};

interface Listed {
  readonly pairs: readonly SamePair[];
  readonly likely: number;
  readonly possible: number;
  readonly partly: number;
  readonly compared: number;
}

async function overall(
  session: CaseSession,
  filter: ReturnType<typeof readFilter> | undefined,
): Promise<Listed> {
  const scope =
    filter === undefined ? { what: 'case' as const } : { what: 'filter' as const, filter };
  const { revision: _, ...found } = await scanForSame(session, scope);
  return found;
}

function ofOne(session: CaseSession, id: string): Listed {
  const a = labelOfIncident(session.db, id);
  const pairs = sameCandidates(session, { id }).map(({ incident, ...rest }) => ({
    a,
    b: incident,
    ...rest,
  }));
  const likely = pairs.filter(({ score }) => score.band === 'likely').length;
  return { pairs, likely, possible: pairs.length - likely, partly: 0, compared: 1 };
}

function inWords({ pairs, likely, possible, partly }: Listed): string {
  if (pairs.length === 0) return 'Nothing looks like one attack told twice.';
  const blocks = pairs.map(({ a, b, score, isLinked }) =>
    [
      `${score.score} ${score.band}${isLinked ? ', linked as possibly the same' : ''}`,
      ...[a, b].map(
        ({ id, title, dateEdtf, place }) =>
          `  ${id}  ${[dateEdtf ?? 'date unknown', place, title].filter(Boolean).join(' · ')}`,
      ),
      ...(['agrees', 'near', 'differs', 'unknown'] as const).flatMap((verdict) => {
        const words = score.reasons.filter((each) => each.verdict === verdict).map(reasonWords);
        return words.length === 0 ? [] : [`  ${verdict}: ${words.join(', ')}`];
      }),
    ].join('\n'),
  );
  const bounded =
    partly === 0
      ? []
      : [`${partly} have more than 400 others near them, and met only those that share most.`];
  return [`${likely} likely, ${possible} possible`, ...bounded, ...blocks].join('\n\n');
}

function reasonWords({ aspect, days, km }: SameReason): string {
  if (days !== undefined && days > 0) return `${aspect} (${days} d apart)`;
  if (km !== undefined && km >= 0.1) return `${aspect} (${km.toFixed(km < 10 ? 1 : 0)} km apart)`;
  return aspect;
}
