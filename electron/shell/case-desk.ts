/** Opening, making and closing cases, as the shell sees it: recent list, title, last error. */
import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { OpenedCase } from '../../shared/contract/control.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { EngineHost } from './engine-host.ts';
import { samplesDir } from './paths.ts';
import { rememberRecent } from './recent-cases.ts';

export type SampleName = 'djibo' | 'training';

/** File names of the copies of the samples. */
const sampleFiles: Readonly<Record<SampleName, string>> = {
  djibo: 'Djibo May 2025.cairn',
  training: 'Training (invented).cairn',
};

export class CaseDesk {
  readonly #engine: EngineHost;
  readonly #onChange: (current: OpenedCase | undefined) => void;
  #current: OpenedCase | undefined;

  constructor(engine: EngineHost, onChange: (current: OpenedCase | undefined) => void) {
    this.#engine = engine;
    this.#onChange = onChange;
  }

  get current(): OpenedCase | undefined {
    return this.#current;
  }

  /** Throws the `case/*` codes of the engine; the case open before stays open then. */
  async open(path: string): Promise<void> {
    this.#set(await this.#engine.control('open', { path }));
  }

  async create(path: string, title: string): Promise<void> {
    this.#set(await this.#engine.control('create', { path, title }));
  }

  async openSample(which: SampleName): Promise<void> {
    mkdirSync(samplesDir(), { recursive: true });
    const path = join(samplesDir(), sampleFiles[which]);
    this.#set(await this.#engine.control('sample', { path, which }));
  }

  async close(): Promise<void> {
    await this.#engine.control('close', {});
    this.#current = undefined;
    this.#onChange(undefined);
  }

  /** After the engine died: opens what was open, without touching the recent list. */
  async reopen(): Promise<void> {
    if (!this.#current) return;
    if (!existsSync(this.#current.path)) {
      const fileName = basename(this.#current.path);
      this.#current = undefined;
      this.#onChange(undefined);
      throw new AppError('case/not-found', `${fileName} is no longer there.`);
    }
    this.#current = await this.#engine.control('open', { path: this.#current.path });
    this.#onChange(this.#current);
  }

  /** Title or label changed inside the case. */
  describe(title: string, tlp: string): void {
    if (!this.#current) return;
    this.#current = { ...this.#current, title, tlp };
    this.#onChange(this.#current);
  }

  #set(opened: OpenedCase): void {
    this.#current = opened;
    rememberRecent(opened.path, opened.title);
    this.#onChange(opened);
  }
}

/** `Djibo, May 2025 — TLP:AMBER — Cairn`; the label untranslated and without spaces, as TLP 2.0 asks. */
export function windowTitle(current: OpenedCase | undefined): string {
  return current ? `${current.title} — TLP:${current.tlp} — Cairn` : 'Cairn';
}
