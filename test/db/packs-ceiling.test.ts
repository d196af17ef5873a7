/** What stays here is not named in what goes: names in free text are blacked out, and come home whole. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { getRecord } from '../../electron/db/queries/records.ts';
import { act } from '../../electron/services/act.ts';
import { addAttachment } from '../../electron/services/attachments.ts';
import { checkCase } from '../../electron/services/check.ts';
import { exportPack } from '../../electron/services/export-pack.ts';
import { docxFile, paragraph, run } from '../helpers/docx-file.ts';
import { awa, bila, dumpHash, type Laptop, laptop, pack, take } from '../helpers/laptops.ts';
import { entriesOf } from '../helpers/pack-builder.ts';

const open: Laptop[] = [];
function start(author = awa, startsAt = 0): Laptop {
  const made = laptop(author, startsAt);
  open.push(made);
  return made;
}
afterEach(() => {
  for (const each of open.splice(0)) {
    expect(checkCase(each.session).problems).toEqual([]);
    each.close();
  }
});

const text =
  '𝐒aid by INFORMANT Zoulou at dawn. Nobody else was there, said Ada.\nZoulouland is near.';

function talkative() {
  const here = start();
  const ids = act(here.session, { kind: 'bulk', title: 'all' }, (tx) => {
    const red = { tlp: 'RED' as const };
    tx.insert('actor', { name: 'Informant Zoulou', kind: 'person', ...red });
    const cell = tx.insert('actor', { name: 'خلية الظل', ...red });
    tx.insert('actor', { name: 'Ada', kind: 'person', ...red });
    tx.insert('place', { name: 'Djibo', ...red });
    tx.insert('place', { name: 'Djibo' });
    const incident = tx.insert('incident', {
      title: 'Djibo: Adama and Ada were seen',
      summary: `Told by informant zoulou; see ${cell.id}; وخلية الظل`,
      targets: ['market', 'informant Zoulou'],
    });
    const source = tx.insert('source', { title: 'Talk', text });
    const at = [...text].join('').indexOf('Nobody');
    const start = [...text.slice(0, at)].length;
    const passage = tx.insert('passage', {
      source_id: source.id,
      exact: 'Nobody else was there, said Ada',
      prefix: 'Zoulou at dawn. ',
      suffix: '.',
      start,
      end: start + 'Nobody else was there, said Ada'.length,
      text_sha256: source.text_sha256 ?? '',
    });
    return { incident: incident.id, source: source.id, passage: passage.id, cell: cell.id };
  });
  return { here, ids };
}

const secrets = (cell: string) => ['informant zoulou', 'خلية الظل', cell, 'said ada.', 'zoulou at'];

describe('free text under a ceiling', () => {
  it('names nothing that was left out, sign for sign black', async () => {
    const { here, ids } = talkative();
    const path = join(here.folder, 'green.cairnpack');
    const { blackedOut, leftOut } = await exportPack(here.session, path, {
      selection: { what: 'case' },
      title: 'Green',
      tlpMax: 'GREEN',
    });
    expect([blackedOut, leftOut]).toEqual([3, { actor: 3, place: 1 }]);
    for (const [name, bytes] of await entriesOf(path))
      for (const word of secrets(ids.cell))
        expect(bytes.toString().toLowerCase().includes(word), `${word} in ${name}`).toBe(false);
    const there = start(bila, 5);
    await take(there, path);
    const { db } = there.session;
    expect(getRecord(db, 'incident', ids.incident)).toMatchObject({
      // a place that goes has that name too, and Adama is another word
      title: 'Djibo: Adama and ███ were seen',
      targets: ['market', '████████████████'],
    });
    // code points: the passage stands at its words still
    const passage = getRecord(db, 'passage', ids.passage);
    const source = getRecord(db, 'source', ids.source);
    expect(source?.text).toBe(
      '𝐒aid by ████████████████ at dawn. Nobody else was there, said ███.\nZoulouland is near.',
    );
    expect(passage).toMatchObject({
      exact: 'Nobody else was there, said ███',
      prefix: '██████ at dawn. ',
      is_lost: false,
      text_sha256: source?.text_sha256,
    });
    expect([...(source?.text ?? '')].slice(passage?.start, passage?.end).join('')).toBe(
      passage?.exact,
    );
  });

  it('names nothing in other spellings either', async () => {
    const here = start();
    act(here.session, { kind: 'bulk', title: 'all' }, (tx) => {
      const red = { tlp: 'RED' as const };
      const actor = tx.insert('actor', { name: 'Sékou Ɗiallo', ...red });
      tx.insert('actor_name', { actor_id: actor.id, name: 'Le Borgne', ...red });
      tx.insert('actor_name', { actor_id: actor.id, name: 'سيكو جالو' });
      tx.insert('incident', {
        title: 'SEKOU\n DIALLO and le  borgne',
        summary: 'Se\u0301kou Di\u00adallo. سِيكُو جالو! Sékoune Diallo, le borgnel',
      });
    });
    const path = join(here.folder, 'spelled.cairnpack');
    const request = {
      selection: { what: 'case' as const },
      title: 'Green',
      tlpMax: 'GREEN' as const,
    };
    await exportPack(here.session, path, request);
    const csv = (await entriesOf(path)).get('data/incident.csv')?.toString() ?? '';
    for (const secret of ['SEKOU', 'DIALLO and', 'borgne"', 'Di\u00adallo', 'جالو'])
      expect(csv.includes(secret), secret).toBe(false);
    expect(csv).toContain('Sékoune Diallo');
    expect(csv).toContain('█████████████ and ██████████');
  });

  it('says which attachments name it, and how many nobody could look into', async () => {
    const here = start();
    const made = act(here.session, { kind: 'bulk', title: 'all' }, (tx) => {
      tx.insert('actor', { name: 'Informant Zoulou', kind: 'person', tlp: 'RED' });
      return tx.insert('incident', { title: 'Attack' }).id;
    });
    const files = {
      'talk.txt': Buffer.from('told by INFORMANT\nzoulou'),
      'plain.txt': Buffer.from('nothing here'),
      'photo.png': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    };
    for (const [name, bytes] of Object.entries(files)) {
      writeFileSync(join(here.folder, name), bytes);
      const what = { targetTable: 'incident' as const, targetId: made, originWords: null };
      await addAttachment(here.session, join(here.folder, name), what);
    }
    const path = join(here.folder, 'files.cairnpack');
    const request = { selection: { what: 'case' as const }, title: 'x' };
    const green = await exportPack(here.session, path, { ...request, tlpMax: 'GREEN' });
    expect(green).toMatchObject({ attachmentsNaming: ['talk.txt'], attachmentsUnread: 1 });
    const red = await exportPack(here.session, path, { ...request, tlpMax: 'RED' });
    expect(red.attachmentsNaming).toBeUndefined();
  });

  it('looks into PDF and Word files, also at what their pages do not show', async () => {
    const here = start();
    const made = act(here.session, { kind: 'bulk', title: 'all' }, (tx) => {
      for (const name of ['Informant Zoulou', 'Détachement militaire'])
        tx.insert('actor', { name, kind: 'person', tlp: 'RED' });
      return tx.insert('incident', { title: 'Attack' }).id;
    });
    const parts = [run('told by Infor'), run('mant Zou'), run('lou')].join('');
    const comment = `<w:comment w:id="1" w:author="X">${paragraph(run('ask informant zoulou'))}</w:comment>`;
    const clean = paragraph(run('nothing here'));
    const fixture = (name: string) =>
      readFileSync(new URL(`../fixtures/reading/${name}`, import.meta.url));
    const files = {
      'split.docx': docxFile({ body: paragraph(parts) }),
      'comment.docx': docxFile({ body: clean, comments: comment }),
      'written-by.docx': docxFile({
        body: clean,
        core: '<dc:creator>Zoulou, informant</dc:creator><cp:lastModifiedBy>Informant Zoulou</cp:lastModifiedBy>',
      }),
      'struck.docx': docxFile({
        body: paragraph(
          `<w:del w:author="X"><w:r><w:delText>Informant Zoulou</w:delText></w:r></w:del>${run('.')}`,
        ),
      }),
      'clean.docx': docxFile({ body: clean }),
      'french.pdf': fixture('french.pdf'),
      'arabic.pdf': fixture('arabic.pdf'),
      'scan.pdf': fixture('scan.pdf'),
      'locked.pdf': fixture('locked.pdf'),
      'broken.pdf': Buffer.from('%PDF-1.4 and no more'),
    };
    for (const [name, bytes] of Object.entries(files)) {
      writeFileSync(join(here.folder, name), bytes);
      const what = { targetTable: 'incident' as const, targetId: made, originWords: null };
      await addAttachment(here.session, join(here.folder, name), what);
    }
    const path = join(here.folder, 'files.cairnpack');
    const request = { selection: { what: 'case' as const }, title: 'x', tlpMax: 'GREEN' as const };
    const { attachmentsNaming = [], attachmentsUnread } = await exportPack(
      here.session,
      path,
      request,
    );
    expect([...attachmentsNaming].sort()).toEqual([
      'comment.docx',
      'french.pdf',
      'split.docx',
      'struck.docx',
      'written-by.docx',
    ]);
    expect(attachmentsUnread).toBe(3);
  });

  it('comes home whole, edited or not', async () => {
    const { here, ids } = talkative();
    const there = start(bila, 5);
    await take(there, await pack(here, 'green', 'GREEN'));
    const before = dumpHash(here);
    expect((await take(here, await pack(there, 'home'))).result.batch).toBeNull();
    expect(dumpHash(here)).toBe(before);
    act(there.session, { kind: 'update', title: 'x' }, (tx) => {
      tx.update('incident', ids.incident, { status: 'claimed' });
      tx.update('source', ids.source, { publisher: 'Radio' });
    });
    const held = getRecord(here.session.db, 'incident', ids.incident);
    const { result } = await take(here, await pack(there, 'home2'));
    expect(result).toMatchObject({ updated: 2, conflicting: 0 });
    expect(getRecord(here.session.db, 'incident', ids.incident)).toMatchObject({
      status: 'claimed',
      title: held?.title,
      summary: held?.summary,
      targets: held?.targets,
    });
    expect(getRecord(here.session.db, 'source', ids.source)).toMatchObject({
      publisher: 'Radio',
      text,
    });
  });

  it('names nothing either that was not even chosen', async () => {
    const { here, ids } = talkative();
    const path = join(here.folder, 'one.cairnpack');
    await exportPack(here.session, path, {
      selection: { what: 'incidents', ids: [ids.incident] },
      title: 'One',
      tlpMax: 'GREEN',
    });
    for (const bytes of (await entriesOf(path)).values())
      for (const word of secrets(ids.cell))
        expect(bytes.toString().toLowerCase().includes(word)).toBe(false);
  });

  it('is left as it is when nothing stays behind', async () => {
    const { here } = talkative();
    const path = join(here.folder, 'red.cairnpack');
    const selection = { what: 'case' } as const;
    const request = { selection, title: 'Red', tlpMax: 'RED' } as const;
    expect(await exportPack(here.session, path, request)).toMatchObject({
      blackedOut: 0,
      leftOut: {},
    });
  });
});
