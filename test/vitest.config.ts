// One project per suite; `npm test` runs them in order and counts. By hand:
// npx vitest run --config test/vitest.config.ts --project unit [file name part]
import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Suite {
  readonly name: string;
  readonly seconds: number;
  /** Real windows share one display and two cores: one file at a time. */
  readonly oneAtATime?: boolean;
}

const suites: readonly Suite[] = [
  { name: 'architecture', seconds: 30 },
  { name: 'unit', seconds: 30 },
  { name: 'db', seconds: 120 },
  { name: 'ipc', seconds: 60 },
  { name: 'e2e', seconds: 180, oneAtATime: true },
  { name: 'smoke', seconds: 120, oneAtATime: true },
  { name: 'bench', seconds: 600, oneAtATime: true },
];

const project = ({ name, seconds, oneAtATime = false }: Suite): TestProjectConfiguration => ({
  root,
  test: {
    name,
    include: [`test/${name}/**/*.test.{ts,tsx}`, `test/${name}/**/*.bench.ts`],
    environment: 'node',
    setupFiles: ['test/helpers/examples.ts'],
    // the native database module belongs in a process of its own, not in a worker thread
    pool: 'forks',
    fileParallelism: !oneAtATime,
    // a real window in software drawing may stall once; twice is a fault
    retry: oneAtATime ? 1 : 0,
    testTimeout: seconds * 1000,
    // one second, its default, is less than a busy machine takes for a window to follow
    expect: { poll: { timeout: 20_000, interval: 50 } },
    hookTimeout: seconds * 1000,
  },
});

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    teardownTimeout: 30_000,
    projects: suites.map(project),
  },
});
