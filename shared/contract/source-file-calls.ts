/** Sources from files: what a file says, read in a thread of its own, and sources made of several. */
import { z } from 'zod';
import { sourceKinds } from '../domain/vocabulary.ts';
import { idSchema } from '../lib/ids.ts';
import { engineCall } from './call.ts';

/**
 * Why a file gave no text, or not all one would expect. The file can be kept as an attachment all the
 * same: `scan` a PDF of pictures; `encrypted`; `damaged` or cut short; `too-long`, `too-slow` and
 * `too-heavy` beyond what a source or this laptop takes; `media` a picture, sound or video;
 * `old-format` .doc, .rtf, .odt; `binary` nothing that holds text; `empty`.
 */
export const readNotices = [
  'scan',
  'encrypted',
  'damaged',
  'too-long',
  'too-slow',
  'too-heavy',
  'media',
  'old-format',
  'binary',
  'empty',
] as const;

const words = z.string().max(500).nullable();

export const readSourceFileSchema = z.strictObject({
  /** Line ends are `\n`, paragraphs are parted by an empty line; empty when `notice` says why. */
  text: z.string(),
  /** The whole web page, where `text` is only the article found in it; else null. */
  pageText: z.string().nullable(),
  mediaType: z.string(),
  /** A title to begin with: the file's own, else its first heading, else its name. */
  title: z.string().max(500),
  kind: z.enum(sourceKinds),
  notice: z.enum(readNotices).nullable(),
  /** Pages of a PDF. */
  pages: z.number().int().nullable(),
  /** What the file says of itself: suggestions for the fields of the source. `published` is a day. */
  facts: z.strictObject({
    title: words,
    author: words,
    publisher: words,
    published: words,
    language: words,
    url: z.string().max(4000).nullable(),
  }),
});
export type ReadSourceFile = z.infer<typeof readSourceFileSchema>;

const token = idSchema;

export const sourceFileCalls = {
  /**
   * Reads a chosen file as a source: .txt, .md, .html, .docx, .pdf; of others its kind. Throws
   * `file/unreadable`, `file/too-large` (over 200 MB), `call/cancelled`.
   */
  'source/read-text': engineCall(z.strictObject({ token }), readSourceFileSchema),
  /** Stops a reading under way; it answers `call/cancelled`. Nothing happens when there is none. */
  'source/cancel-read': engineCall(z.strictObject({ token }), z.strictObject({})),
  /** Readable text of copied HTML (from the clipboard), for a source's text. */
  'source/clean-html': engineCall(
    z.strictObject({ html: z.string().max(10_000_000) }),
    z.strictObject({ text: z.string() }),
  ),
  /** The same for a file kept inside the case: its text, to look at. Throws also `record/not-found`. */
  'attachment/read-text': engineCall(z.strictObject({ id: idSchema }), readSourceFileSchema),
  /**
   * Makes a source of each file, with the file inside the case where `keepFile` says so: one
   * transaction, one undo. `values` as in `record/save`. Throws its codes and those of
   * `attachment/add`; issues carry the number of the file first.
   */
  'source/add': engineCall(
    z.strictObject({
      sources: z
        .array(
          z.strictObject({
            id: idSchema.optional(),
            values: z.record(z.string(), z.unknown()),
            token: token.nullable(),
            keepFile: z.boolean().default(true),
          }),
        )
        .min(1)
        .max(100),
    }),
    z.strictObject({ ids: z.array(idSchema) }),
  ),
} as const;
