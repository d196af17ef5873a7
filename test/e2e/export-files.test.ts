/** The current filter as files of other programs by the screen, under the chosen label. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportEndings, exportFormats } from '../../shared/export/formats.ts';
import { keepPicturesOfFailures, launchApp, type RunningApp } from '../helpers/app.ts';
import { choose, expectVisible, goTo, press } from '../helpers/hands.ts';

const names = {
  csv: 'Table (CSV)',
  xlsx: 'Workbook (XLSX)',
  geojson: 'GeoJSON',
  kml: 'KML',
  geoparquet: 'GeoParquet',
  stix: 'STIX 2.1 bundle',
  misp: 'MISP events',
  graphml: 'Network as GraphML',
  gexf: 'Network as GEXF',
} as const;

describe('exporting in the formats of other programs', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp({ args: ['--sample'] });
    await goTo(run.page, 'Exchange');
    await run.page.getByRole('tab', { name: 'Export' }).click();
  });
  afterAll(() => run.close());
  keepPicturesOfFailures(() => run);

  test('every format is written from the thread, and the label asked for goes with it', async () => {
    const { page } = run;
    for (const format of exportFormats) {
      const fileName = `djibo.${format}.${exportEndings[format]}`;
      const path = join(run.folder, fileName);
      await run.answerDialogs(path);
      await choose(page, page, 'Format', names[format]);
      await press(page, 'Choose a place and export…');
      await expectVisible(page.getByText(`${fileName} is written`));
      expect(readFileSync(path).length).toBeGreaterThan(100);
    }
    const text = (format: keyof typeof names) =>
      readFileSync(join(run.folder, `djibo.${format}.${exportEndings[format]}`), 'utf8');
    expect(JSON.parse(text('geojson')).features.length).toBeGreaterThan(3);
    expect(JSON.parse(text('stix')).type).toBe('bundle');
    const file = await asyncBufferFromFile(join(run.folder, 'djibo.geoparquet.parquet'));
    expect((await parquetReadObjects({ file })).length).toBe(
      JSON.parse(text('geojson')).features.length,
    );
    expect(run.complaints.filter((line) => !line.includes('GL Driver Message'))).toEqual([]);
  });
});
