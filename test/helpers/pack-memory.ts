/**
 * Runs in a process of its own: reads packs one after the other and tells the most memory each took above
 * what the idle process holds. `LIST` is a file with one pack a line; prints one line of JSON. Linux only.
 */
import { readFileSync } from 'node:fs';
import { openPack } from '../../electron/files/pack-reader.ts';
import { writePack } from '../../electron/files/pack-writer.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { goodContent } from './pack-builder.ts';
import { clearPeak, memory } from './process-memory.ts';

/** A line: the path, and after a tab the passphrase; after a second `write` to make a sealed pack there. */
async function outcomeOf(line: string): Promise<string> {
  const [path = '', passphrase, what] = line.split('\t');
  try {
    if (what === 'write') {
      await writePack(path, goodContent(), { passphrase });
      return 'written';
    }
    const { zip } = await openPack(path, { passphrase });
    zip.close();
    return 'accepted';
  } catch (error) {
    return error instanceof AppError ? `${error.code} ${error.details['reason']}` : String(error);
  }
}

async function measure(paths: readonly string[]): Promise<void> {
  // what is loaded with the first pack belongs to the idle process
  await outcomeOf(paths[0] ?? '');
  const idle = memory('VmRSS');
  const told: { path: string; outcome: string; peak: number }[] = [];
  for (const path of paths) {
    global.gc?.();
    clearPeak();
    const outcome = await outcomeOf(path);
    told.push({ path, outcome, peak: Math.round(memory('VmHWM') - idle) });
  }
  process.stdout.write(`${JSON.stringify({ idle: Math.round(idle), told })}\n`);
}

void measure(readFileSync(process.argv[2] ?? '', 'utf8').split('\n'));
