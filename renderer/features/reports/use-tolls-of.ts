import { type KnownToll, tollsOfViews } from '../../../shared/report/wording/known-tolls.ts';
import { call } from '../../api/client.ts';
import { useRead } from '../../state/use-changes.ts';

/** Figures that the case knows of an incident; undefined without one or while they are read. */
export function useTollsOf(incidentId: string | undefined): readonly KnownToll[] | undefined {
  const { value } = useRead(
    async () => {
      if (incidentId === undefined) return undefined;
      const { claims, tolls, incident } = await call('incident/get', { id: incidentId });
      return tollsOfViews(claims, tolls, incident.status);
    },
    [incidentId],
    ['incidents', 'claims'],
  );
  return value;
}
