import type { Migration } from '../migrate.ts';
import { logMigration } from './0010-log.ts';
import { recordsMigration } from './0020-records.ts';
import { evidenceMigration } from './0030-evidence.ts';
import { linksMigration } from './0040-links.ts';
import { workMigration } from './0050-work.ts';
import { searchMigration } from './0060-search.ts';
import { claimRelationMigration } from './0070-claim-relations.ts';
import { pairsMigration } from './0080-pairs.ts';
import { columnSnapshotMigration } from './0090-column-snapshot.ts';
import { revisionParentsMigration } from './0100-revision-parents.ts';
import { bulkMigration } from './0110-bulk.ts';
import { reportKindsMigration } from './0120-report-kinds.ts';
import { batchReportMigration } from './0135-batch-report.ts';
import { houseStyleMigration } from './0137-house-style.ts';
import { importConflictsMigration } from './0141-import-conflicts.ts';
import { travelledRowsMigration } from './0143-travelled-rows.ts';
import { claimViaMigration } from './0144-claim-via.ts';
import { hashAtTheEndMigration } from './0145-hash-at-the-end.ts';

/** In order; numbers leave room, so that a repair can be put between two. Never edit a released one. */
export const migrations: readonly Migration[] = [
  logMigration,
  recordsMigration,
  evidenceMigration,
  linksMigration,
  workMigration,
  searchMigration,
  claimRelationMigration,
  pairsMigration,
  columnSnapshotMigration,
  revisionParentsMigration,
  bulkMigration,
  reportKindsMigration,
  batchReportMigration,
  houseStyleMigration,
  importConflictsMigration,
  travelledRowsMigration,
  claimViaMigration,
  hashAtTheEndMigration,
];

export const latestVersion = migrations.at(-1)?.version ?? 0;
