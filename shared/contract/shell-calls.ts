/** Calls answered by the main process: windows, dialogs, recent cases, settings, printing. */
import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { reportDocumentSchema } from '../report/document.ts';
import { reportFormats } from '../report/format.ts';
import { shellCall } from './call.ts';
import { reportRequestSchema } from './exchange-calls.ts';

export const settingsSchema = z.strictObject({
  /** `system` follows the operating system. */
  language: z.enum(['system', 'en', 'fr']),
  theme: z.enum(['system', 'light', 'dark']),
  author: z.strictObject({ id: idSchema, name: z.string().max(200), initials: z.string().max(10) }),
  /** Pane sizes, columns, last screen: owned by the page, kept between starts. */
  layout: z.record(z.string(), z.unknown()),
});
export type Settings = z.infer<typeof settingsSchema>;

export const filePurposes = [
  'open-case',
  'new-case',
  'save-copy',
  'import-pack',
  'import-table',
  'export-pack',
  'add-attachment',
  'save-attachment',
  'read-text',
  'report-pdf',
  'report-html',
  'network-png',
  'network-svg',
  'network-graphml',
  'network-gexf',
] as const;

const none = z.strictObject({});

export const shellCalls = {
  /** What the page needs to start: settings, language and theme as resolved, versions. */
  'app/start': shellCall(
    none,
    z.strictObject({
      settings: settingsSchema,
      lang: z.enum(['en', 'fr']),
      version: z.string(),
      electron: z.string(),
      platform: z.string(),
      hasCase: z.boolean(),
    }),
  ),
  /** The first screen with its rows is on the glass; called once (start-up is measured by it). */
  'app/painted': shellCall(none, none),
  'app/set-settings': shellCall(settingsSchema.partial(), settingsSchema),
  'app/recent': shellCall(
    none,
    z.array(
      z.strictObject({
        token: idSchema,
        fileName: z.string(),
        folder: z.string(),
        title: z.string(),
        openedAt: z.string(),
        exists: z.boolean(),
      }),
    ),
  ),
  /** Asks the user for a file to open or to write; `cancelled` when the dialog is closed. */
  'file/choose': shellCall(
    z.strictObject({
      purpose: z.enum(filePurposes),
      suggestedName: z.string().max(200).optional(),
    }),
    z.discriminatedUnion('cancelled', [
      z.strictObject({ cancelled: z.literal(true) }),
      z.strictObject({ cancelled: z.literal(false), token: idSchema, fileName: z.string() }),
    ]),
  ),
  /** Asks the user for files to make sources of; empty when the dialog is closed. At most 100. */
  'file/choose-sources': shellCall(
    none,
    z.strictObject({
      files: z.array(z.strictObject({ token: idSchema, fileName: z.string() })),
    }),
  ),
  /** Opens the case behind a token (dialog, recent list, drop). Throws the `case/*` codes. */
  'case/open': shellCall(z.strictObject({ token: idSchema }), none),
  /** Makes a new case at a chosen place and opens it. */
  'case/new': shellCall(
    z.strictObject({ token: idSchema, title: z.string().min(1).max(500) }),
    none,
  ),
  /** Copies a bundled sample to the user's documents (or profile) and opens it. */
  'case/open-sample': shellCall(z.strictObject({ which: z.enum(['djibo', 'training']) }), none),
  'case/close': shellCall(none, none),
  /** Writes a report to a chosen file (token of purpose `report-pdf` …); its ending says as what. */
  'report/save': shellCall(
    z.strictObject({
      token: idSchema,
      /** What to build, or a kept report, which is printed as it was. */
      of: z.union([
        z.strictObject({ request: reportRequestSchema }),
        z.strictObject({ keptId: idSchema }),
      ]),
    }),
    z.strictObject({
      fileName: z.string(),
      bytes: z.number().int(),
      /** Of a PDF; null for a file without pages of its own. */
      pages: z.number().int().nullable(),
      sha256: z.string(),
    }),
  ),
  /** Only for the hidden print page: the report it has to lay out. */
  'print/document': shellCall(
    none,
    z.strictObject({ document: reportDocumentSchema, format: z.enum(reportFormats) }),
  ),
  /** Only for the hidden print page: fonts and pictures are there, print now. */
  'print/ready': shellCall(
    z.strictObject({
      problems: z.array(z.string()).default([]),
      /** Of an HTML file: what was drawn, pictures inside, and its style. */
      page: z
        .strictObject({ body: z.string().max(200_000_000), style: z.string().max(1_000_000) })
        .optional(),
    }),
    none,
  ),
} as const;
