/** Places of the case as records, and places of one name. */
import type { placeCalls } from '../../../shared/contract/place-calls.ts';
import { listPlaces, mergePlaces, placeDossier } from '../../services/place-records.ts';
import { namesakesOf } from '../../services/places.ts';
import type { HandlersFor } from '../context.ts';

export const placeHandlers: HandlersFor<keyof typeof placeCalls> = {
  'place/get': ({ session }, { id }) => placeDossier(session().db, id),
  'place/list': ({ session }) => listPlaces(session().db),
  'place/namesakes': ({ session, dataDir }, args) => namesakesOf(session(), dataDir, args),
  'place/merge': ({ session }, args) => mergePlaces(session(), args),
};
