/** Calls answered by the main process: windows, dialogs, recent cases, settings, printing. */
import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { reportDocumentSchema } from '../report/document.ts';
import { figurePictureSchema } from '../report/drawn-figures.ts';
import { reportFormats } from '../report/format.ts';
import { drawnMapKeySchema, drawnMapSchema } from '../report/map-picture.ts';
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
  'failed-rows',
  'export-pack',
  'export-sealed-pack',
  'batch-report',
  'export-csv',
  'export-xlsx',
  'export-geojson',
  'export-kml',
  'export-geoparquet',
  'export-stix',
  'export-misp',
  'export-graphml',
  'export-gexf',
  'add-attachment',
  'save-attachment',
  'read-text',
  'report-pdf',
  'report-html',
  'report-docx',
  'network-png',
  'map-png',
  'map-file',
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
  /** Ends the making of a report's file; `report/save` answers `call/cancelled`. */
  'report/cancel-save': shellCall(none, none),
  /** A map of a report that was drawn before from the same; null for none. */
  'map-picture/kept': shellCall(
    z.strictObject({ key: drawnMapKeySchema }),
    z.strictObject({ drawn: drawnMapSchema.nullable() }),
  ),
  /** Keeps a drawn map until the case is closed, or until newer ones need its room. */
  'map-picture/keep': shellCall(
    z.strictObject({ key: drawnMapKeySchema, drawn: drawnMapSchema }),
    none,
  ),
  /** Only for the hidden print page: maps drawn so far. */
  'print/drawn': shellCall(
    z.strictObject({ done: z.number().int().min(0), total: z.number().int().min(0) }),
    none,
  ),
  /** Only for the hidden print page: the report it has to lay out. */
  'print/document': shellCall(
    none,
    z.strictObject({ document: reportDocumentSchema, format: z.enum(reportFormats) }),
  ),
  /** Only for the hidden print page: fonts and pictures are there, print now. */
  'print/ready': shellCall(
    z.strictObject({
      /** Maps that could not be drawn: nothing is printed then. */
      failed: z.number().int().min(0),
      /** Of an HTML file: what was drawn, pictures inside, and its style. */
      page: z
        .strictObject({ body: z.string().max(200_000_000), style: z.string().max(1_000_000) })
        .optional(),
      /** Of a Word document: its figures as pictures. */
      figures: z.array(figurePictureSchema).max(500).default([]),
    }),
    none,
  ),
} as const;
