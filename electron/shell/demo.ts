/**
 * The main job done visibly once, for a machine without a display: `npm start` asks for it by
 * CAIRN_DEMO_OUT. A picture of the sample case and its incident brief are saved, then the app quits.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { ReportDocument } from '../../shared/report/document.ts';
import type { EngineHost } from './engine-host.ts';
import { writeReport } from './printing.ts';

/** Long enough for software rendering to finish the picture after the rows are there. */
const settleMs = 2500;

/** Until the map has all its tiles, or for as long as one would wait for them. */
async function mapDrawn(window: BrowserWindow): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    const isDrawn: unknown = await window.webContents.executeJavaScript(
      'document.querySelector("[data-map-state=idle]") !== null',
    );
    if (isDrawn === true) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

export async function runDemo(
  folder: string,
  window: BrowserWindow,
  engine: EngineHost,
  lang: 'en' | 'fr',
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const show = (command: string) => window.webContents.send('event', 'menu/command', { command });
  const picture = async (name: string) => {
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    await writeFile(join(folder, name), (await window.webContents.capturePage()).toPNG());
  };
  await picture('sample-case.png');
  show('show-map');
  await mapDrawn(window);
  await picture('sample-map.png');
  show('show-incidents');
  const { rows } = (await engine.control('call', {
    name: 'view/answer',
    args: { filter: { text: 'Djibo' }, sort: { key: 'killed', direction: 'descending' }, count: 1 },
  })) as { readonly rows: readonly { readonly id: string }[] };
  const incident = rows[0];
  if (!incident) throw new Error('The sample case holds no incident at Djibo.');
  const document = (await engine.control('call', {
    name: 'report/build',
    args: { kind: 'brief', incidentId: incident.id, lang },
  })) as ReportDocument;
  await writeReport(Promise.resolve(document), join(folder, 'incident-brief.pdf'));
}
