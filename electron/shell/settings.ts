import { userInfo } from 'node:os';
import { join } from 'node:path';
import { app, nativeTheme } from 'electron';
import { type Settings, settingsSchema } from '../../shared/contract/shell-calls.ts';
import { newId } from '../../shared/lib/ids.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';

function settingsPath(): string {
  return join(app.getPath('userData'), 'settings.json');
}

function firstSettings(): Settings {
  let name = 'Analyst';
  try {
    name = userInfo().username || name;
  } catch {
    // No account name to be had (some containers): the analyst sets one in the settings.
  }
  return {
    language: 'system',
    theme: 'system',
    author: { id: newId(), name, initials: name.slice(0, 2).toUpperCase() },
    layout: {},
  };
}

/** The preferences of this laptop's user; they stay outside the case. */
export class SettingsStore {
  #current: Settings;

  constructor() {
    const stored = readJsonFile(settingsPath(), settingsSchema);
    this.#current = stored ?? firstSettings();
    if (!stored) writeJsonFile(settingsPath(), this.#current);
    nativeTheme.themeSource = this.#current.theme;
  }

  get current(): Settings {
    return this.#current;
  }

  /** Language of the interface: the chosen one, else French on a French system, else English. */
  get lang(): 'en' | 'fr' {
    if (this.#current.language !== 'system') return this.#current.language;
    const system = app.getPreferredSystemLanguages()[0] ?? app.getLocale();
    return system.toLowerCase().startsWith('fr') ? 'fr' : 'en';
  }

  change(patch: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Settings {
    const given = Object.fromEntries(
      Object.entries(patch).filter(([, value]) => value !== undefined),
    );
    this.#current = settingsSchema.parse({ ...this.#current, ...given });
    writeJsonFile(settingsPath(), this.#current);
    nativeTheme.themeSource = this.#current.theme;
    return this.#current;
  }
}
