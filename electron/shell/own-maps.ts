/** The list of the analyst's own maps: which files, in which order, shown or not. Paths stay here. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import {
  type MapFacts,
  mapFactsSchema,
  mostOwnMaps,
  type OwnMap,
} from '../../shared/contract/own-map-calls.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { idSchema, newId } from '../../shared/lib/ids.ts';
import type { EngineHost } from './engine-host.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';

const storedSchema = z.strictObject({
  ...mapFactsSchema.shape,
  id: idSchema,
  path: z.string().min(1).max(4096),
  isShown: z.boolean(),
});
const listSchema = z.array(storedSchema).max(mostOwnMaps);
type Stored = z.infer<typeof storedSchema>;

export class OwnMaps {
  readonly #engine: EngineHost;
  #maps: readonly Stored[] | undefined;

  constructor(engine: EngineHost) {
    this.#engine = engine;
  }

  get #file(): string {
    return join(app.getPath('userData'), 'own-maps.json');
  }

  #all(): readonly Stored[] {
    this.#maps ??= readJsonFile(this.#file, listSchema) ?? [];
    return this.#maps;
  }

  #keep(maps: readonly Stored[]): OwnMap[] {
    this.#maps = maps;
    writeJsonFile(this.#file, maps);
    return this.list();
  }

  list(): OwnMap[] {
    return this.#all().map(({ path, ...map }) => ({
      ...map,
      ...{ fileName: basename(path), isThere: existsSync(path) },
    }));
  }

  /** Throws what looking into the file throws. A file that is there already is looked into anew. */
  async add(path: string): Promise<OwnMap[]> {
    const others = this.#all().filter((map) => map.path !== path);
    if (others.length >= mostOwnMaps) {
      throw new AppError('input/invalid', `More than ${mostOwnMaps} maps are not kept.`, {
        limit: mostOwnMaps,
      });
    }
    const facts = (await this.#engine.control('map-file', { do: 'inspect', path })) as MapFacts;
    const map = { ...mapFactsSchema.parse(facts), id: newId(), path, isShown: true };
    return this.#keep([...this.#all().filter((each) => each.path !== path), map]);
  }

  change(id: string, isShown: boolean | undefined, move: 1 | -1 | undefined): OwnMap[] {
    const maps = this.#all().map((map) =>
      map.id === id && isShown !== undefined ? { ...map, isShown } : map,
    );
    const from = maps.findIndex((map) => map.id === id);
    const to = from + (move ?? 0);
    const [map, other] = [maps[from], maps[to]];
    if (map !== undefined && other !== undefined && from !== to) {
      maps[to] = map;
      maps[from] = other;
    }
    return this.#keep(maps);
  }

  remove(id: string): OwnMap[] {
    return this.#keep(this.#all().filter((map) => map.id !== id));
  }

  /** Undefined for an id that is not in the list. */
  find(id: string): Stored | undefined {
    return this.#all().find((map) => map.id === id);
  }
}
