/** The source reader: correcting a text, its versions, mentions. */
import { listMentions } from '../../services/mentions.ts';
import { correctText, listTextVersions, textOfVersion } from '../../services/source-text.ts';
import type { HandlersFor } from '../context.ts';

export const readerHandlers = {
  'source/correct-text': (context, args) => correctText(context.session(), args),
  'source/versions': (context, { id }) => listTextVersions(context.session().db, id),
  'source/version-text': (context, { id, seq }) => ({
    text: textOfVersion(context.session().db, id, seq),
  }),
  'mention/list': (context, { table, id }) => listMentions(context.session().db, table, id),
} satisfies HandlersFor<
  'source/correct-text' | 'source/versions' | 'source/version-text' | 'mention/list'
>;
