/**
 * Given an analyst writes without pause, when the engine or the whole app is killed (SIGKILL) at a
 * random moment, then every edit that was acknowledged is in the case and the case is whole.
 */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listRecords } from '../../electron/db/queries/records.ts';
import { closeCase, createCase, openCase } from '../../electron/services/cases.ts';
import { checkCase } from '../../electron/services/check.ts';
import { newId } from '../../shared/lib/ids.ts';
import { endApp, launchApp, type RunningApp } from '../helpers/app.ts';
import { removeFolder } from '../helpers/remove-folder.ts';

const author = { id: '01890000-0000-7000-8000-000000000001', name: 'Test', initials: 'T' };
const engineKills = 30;
const appKills = 8;

/** Starts a loop in the page that makes an incident with a claim and its toll per turn. */
async function startWriting(page: Page, prefix: string): Promise<void> {
  await page.evaluate((start) => {
    interface Reply {
      readonly ok: boolean;
      readonly error?: { readonly code: string };
    }
    const { call } = Reflect.get(window, 'cairn') as {
      call(name: string, args: unknown): Promise<Reply>;
    };
    Reflect.set(window, 'stopWriting', false);
    const id = () => crypto.randomUUID();
    void (async () => {
      for (let turn = 0; !Reflect.get(window, 'stopWriting'); turn += 1) {
        const [incident, claim] = [id(), id()];
        const reply = await call('record/save', {
          ops: [
            {
              do: 'create',
              table: 'incident',
              id: incident,
              values: { title: `${start} ${turn}` },
            },
            { do: 'create', table: 'claim', id: claim, values: { incident_id: incident } },
            {
              do: 'create',
              table: 'toll',
              values: { claim_id: claim, party: 'military', outcome: 'killed', low: 1, high: 2 },
            },
          ],
        });
        if (reply.ok) console.info(`ack ${incident}`);
      }
    })();
  }, prefix);
}

/** Ids the page says it got an answer for. */
function collectAcks(page: Page): Set<string> {
  const acknowledged = new Set<string>();
  page.on('console', (message) => {
    const id = /^ack (\S+)$/.exec(message.text())?.[1];
    if (id) acknowledged.add(id);
  });
  return acknowledged;
}

function expectWhole(path: string, acknowledged: ReadonlySet<string>): void {
  const session = openCase(path, { author });
  try {
    const stored = listRecords(session.db, 'incident').map((incident) => incident.id);
    const claimed = new Set(listRecords(session.db, 'claim').map((claim) => claim.incident_id));
    const tolls = listRecords(session.db, 'toll').length;
    expect([...acknowledged].filter((id) => !stored.includes(id))).toEqual([]);
    // One transaction per save: no incident without its claim, no claim without its toll.
    expect(stored.filter((id) => !claimed.has(id))).toEqual([]);
    expect(tolls).toBe(claimed.size);
    expect(checkCase(session)).toEqual({ ok: true, problems: [] });
  } finally {
    closeCase(session);
  }
}

function randomPause(most: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * most));
}

/** False while there is no engine to kill, that is while one is being started. */
function killEngine(run: RunningApp): Promise<boolean> {
  return run.app.evaluate(({ app }) => {
    const engine = app
      .getAppMetrics()
      .find(({ serviceName, name }) => [serviceName, name].includes('Cairn engine'));
    if (engine) process.kill(engine.pid, 'SIGKILL');
    return engine !== undefined;
  });
}

describe('killed in the middle of writing', () => {
  let folder: string;
  let casePath: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cairn-kill-'));
    casePath = join(folder, 'kill.cairn');
    closeCase(createCase(casePath, { title: 'Kill test' }, { author }));
  });
  afterAll(() => removeFolder(folder));

  test(`the engine, ${engineKills} times: the app goes on by itself and nothing is lost`, async () => {
    const run = await launchApp({ args: [casePath] });
    const acknowledged = collectAcks(run.page);
    try {
      await startWriting(run.page, newId());
      for (let round = 0; round < engineKills; round += 1) {
        const before = acknowledged.size;
        await randomPause(900);
        await expect.poll(() => killEngine(run), { timeout: 20_000 }).toBe(true);
        await expect.poll(() => acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(before);
      }
      await run.page.evaluate(() => Reflect.set(window, 'stopWriting', true));
    } finally {
      await run.close();
    }
    expectWhole(casePath, acknowledged);
  });

  test(`the whole app, ${appKills} times: the case opens again, whole`, async () => {
    const all = new Set<string>();
    for (let round = 0; round < appKills; round += 1) {
      const userData = join(folder, `profile-${round}`);
      const run = await launchApp({ args: [casePath], userData });
      const acknowledged = collectAcks(run.page);
      await startWriting(run.page, newId());
      await expect.poll(() => acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(0);
      await randomPause(600);
      const pids = await run.app.evaluate(({ app }) => app.getAppMetrics().map((part) => part.pid));
      for (const pid of pids) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // Gone with its parent a moment before.
        }
      }
      await endApp(run.app);
      removeFolder(run.folder);
      for (const id of acknowledged) all.add(id);
      expectWhole(casePath, all);
    }
    expect(readFileSync(casePath).subarray(0, 15).toString()).toBe('SQLite format 3');
  });
});
