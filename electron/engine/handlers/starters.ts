/** The bundled list of actors. */
import type { starterCalls } from '../../../shared/contract/starter-calls.ts';
import { addStarter, searchStarters } from '../../services/add-starter.ts';
import type { HandlersFor } from '../context.ts';

export const starterHandlers: HandlersFor<keyof typeof starterCalls> = {
  'starter/search': ({ session }, { text }) => searchStarters(session().db, text),
  'starter/add': ({ session }, args) => addStarter(session(), args),
};
