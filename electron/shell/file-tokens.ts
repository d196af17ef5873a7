import { basename } from 'node:path';
import { AppError } from '../../shared/lib/app-error.ts';
import { newId } from '../../shared/lib/ids.ts';

/**
 * Paths never reach the page: a file chosen in a dialog, dropped, or named on the command line becomes
 * a token. Tokens live as long as the program.
 */
export class FileTokens {
  readonly #paths = new Map<string, string>();
  readonly #onGrant: (token: string, path: string) => void;

  /** @param onGrant tells the engine about each new token */
  constructor(onGrant: (token: string, path: string) => void) {
    this.#onGrant = onGrant;
  }

  grant(path: string): { readonly token: string; readonly fileName: string } {
    const token = newId();
    this.#paths.set(token, path);
    this.#onGrant(token, path);
    return { token, fileName: basename(path) };
  }

  /** Throws `file/token-unknown`. */
  path(token: string): string {
    const path = this.#paths.get(token);
    if (path === undefined) {
      throw new AppError('file/token-unknown', 'This file is no longer known. Choose it again.');
    }
    return path;
  }

  /** All grants, for an engine that was started anew. */
  entries(): readonly (readonly [token: string, path: string])[] {
    return [...this.#paths.entries()];
  }
}
