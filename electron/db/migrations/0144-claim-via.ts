// Claims that passed through somebody are few: who looks for those of one actor need not read them all.
import type { Migration } from '../migrate.ts';

export const claimViaMigration: Migration = {
  version: 144,
  sql: `CREATE INDEX claim_via ON claim (via) WHERE via <> '[]' AND deleted_at IS NULL;`,
};
