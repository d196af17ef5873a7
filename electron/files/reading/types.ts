/** What reading a file for a source gives. Plain data: it crosses threads and processes. */
import type { ReadSourceFile } from '../../../shared/contract/source-file-calls.ts';

export type SourceFacts = ReadSourceFile['facts'];
export type SourceNotice = NonNullable<ReadSourceFile['notice']>;

export const noFacts: SourceFacts = {
  title: null,
  author: null,
  publisher: null,
  published: null,
  language: null,
  url: null,
};

/** The text of one format, before the file's own name and kind are added. */
export interface ReadText {
  readonly text: string;
  /** The whole page where `text` is only its article; else absent. */
  readonly pageText?: string | undefined;
  readonly facts: SourceFacts;
  readonly notice?: SourceNotice | undefined;
  readonly pages?: number | undefined;
}

/** Why a file has no text to give; the file can still be kept as an attachment. */
export class NoText extends Error {
  readonly notice: SourceNotice;

  constructor(notice: SourceNotice) {
    super(notice);
    this.name = 'NoText';
    this.notice = notice;
  }
}

/** Throws `NoText('too-slow')` once `deadline` (ms since 1970) has passed. */
export function checkDeadline(deadline: number): void {
  if (Date.now() > deadline) throw new NoText('too-slow');
}
