/** Numbers for texts that repeat, from 1; 0 stands for none. */
export class Dictionary {
  readonly #codes = new Map<string, number>();
  readonly #texts: string[] = [''];
  readonly #labels: string[] = [''];

  /** Numbers given so far, 0 included. */
  get size(): number {
    return this.#texts.length;
  }

  /** The number of a text, a new one where it is new. `label` is kept from the first time. */
  codeOf(text: string | null, label: string = text ?? ''): number {
    if (text === null) return 0;
    let code = this.#codes.get(text);
    if (code === undefined) {
      code = this.#texts.length;
      this.#codes.set(text, code);
      this.#texts.push(text);
      this.#labels.push(label);
    }
    return code;
  }

  /** The number of a text that may not be there: 0 then. */
  find(text: string): number {
    return this.#codes.get(text) ?? 0;
  }

  textOf(code: number): string {
    return this.#texts[code] ?? '';
  }

  labelOf(code: number): string {
    return this.#labels[code] ?? '';
  }

  /** Codes of the texts that a test takes, 0 left out. */
  codesWhere(test: (text: string, label: string) => boolean): number[] {
    return this.#texts.flatMap((text, code) =>
      code > 0 && test(text, this.labelOf(code)) ? [code] : [],
    );
  }

  /** Texts with their labels, in order of their numbers, 0 left out. */
  entries(): [text: string, label: string][] {
    return this.#texts.slice(1).map((text, at) => [text, this.#labels[at + 1] ?? '']);
  }

  /** Takes over what `entries` gave. Only for one that is empty. */
  restore(entries: readonly (readonly [text: string, label: string])[]): void {
    for (const [text, label] of entries) this.codeOf(text, label);
  }
}
