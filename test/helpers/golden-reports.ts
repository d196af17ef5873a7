/** Reports as the real program prints them: asked for over its own bridge, one after another. */
import { join } from 'node:path';
import { createCase } from '../../electron/services/cases.ts';
import { fillSample } from '../../electron/services/sample.ts';
import type {
  Bridge,
  CallInput,
  CallName,
  CallResult,
  Envelope,
} from '../../shared/contract/contract.ts';
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import type { RunningApp } from './app.ts';
import { analyst, idSource, tickingClock } from './case-builder.ts';

type Lang = ReportRequest['lang'];

export const stemOf = ({ kind, lang }: Pick<ReportRequest, 'kind' | 'lang'>) => `${kind}-${lang}`;

/** The sample case with the same ids and stamps in every run. Answers its file. */
export function goldenCase(folder: string): string {
  const path = join(folder, 'golden.cairn');
  const options = { author: analyst, now: tickingClock(), newId: idSource() };
  const session = createCase(path, { title: 'Golden' }, options);
  fillSample(session, 'djibo');
  session.close();
  return path;
}

/** Milliseconds: as long as anybody would wait on a busy machine. */
const printLimitMs = 170_000;

export interface Printed {
  readonly path: string;
  readonly pages: number;
  readonly ms: number;
}

/** A report to build, or one that is kept. */
type Of = { readonly request: ReportRequest } | { readonly keptId: string };

/** Throws the program's refusal as text. */
export function printReport(
  run: RunningApp,
  request: ReportRequest,
  name: string,
): Promise<Printed> {
  return print(run, { request }, name);
}

/** Throws as `printReport`. */
export async function print(
  { page, folder, answerDialogs }: RunningApp,
  of: Of,
  name: string,
): Promise<Printed> {
  const path = join(folder, name);
  await answerDialogs(path);
  page.setDefaultTimeout(printLimitMs);
  const begun = performance.now();
  const pages = await page.evaluate(
    async ({ of, name }) => {
      const { cairn } = window as unknown as { readonly cairn: Bridge };
      const ask = async (call: string, args: object) => {
        const answer = (await cairn.call(call, args)) as Envelope<unknown>;
        if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
        return answer.value as { readonly token: string; readonly pages: number };
      };
      const chosen = { purpose: 'report-pdf', suggestedName: name };
      const { token } = await ask('file/choose', chosen);
      return (await ask('report/save', { token, of })).pages;
    },
    { of, name },
  );
  return { path, pages, ms: performance.now() - begun };
}

/** One call over the program's own bridge. Throws its refusal as text. */
export function askApp<N extends CallName>(
  { page }: RunningApp,
  name: N,
  args: CallInput<N>,
): Promise<CallResult<N>> {
  return page.evaluate(
    async ({ name, args }) => {
      const { cairn } = window as unknown as { readonly cairn: Bridge };
      const said = await cairn.call(name, args);
      const answer: Envelope<unknown> = typeof said === 'string' ? JSON.parse(said) : said;
      if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
      return answer.value as CallResult<N>;
    },
    { name: name as string, args: args as object },
  );
}

/** Closes the case and opens it again: drawn maps go with it. */
export async function reopened(run: RunningApp): Promise<void> {
  const [recent] = await askApp(run, 'app/recent', {});
  if (recent === undefined) throw new Error('no recent case');
  await askApp(run, 'case/close', {});
  await askApp(run, 'case/open', { token: recent.token });
}

/** Each kind of report on the sample case, in one language. */
export function goldenRequests(ids: GoldenIds, lang: Lang): readonly ReportRequest[] {
  const selection = { what: 'case' } as const;
  const withMap = true;
  const common = { lang, withMap };
  return [
    { kind: 'brief', incidentId: ids.incident, ...common },
    { kind: 'list', selection, ...common },
    { kind: 'sitrep', filter: {}, from: '2025-05-08', to: '2025-05-14', ...common },
    { kind: 'chronology', selection, ...common },
    { kind: 'trend', filter: {}, day: '2025-05-12', ...common },
    { kind: 'profile', actorId: ids.actor, ...common },
  ];
}

export interface GoldenIds {
  readonly incident: string;
  readonly actor: string;
}
