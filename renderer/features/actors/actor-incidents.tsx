import type { ActorDossier } from '../../../shared/contract/read-calls.ts';
import { codeLabel } from '../../../shared/text/index.ts';
import { EdtfText } from '../../record-kit/edtf-text.tsx';
import { RecordLink } from '../../record-kit/record-link.tsx';
import { TollRange } from '../../record-kit/toll-range.tsx';
import { useLabels } from '../../record-kit/use-vocabulary.ts';
import { useText } from '../../text/index.tsx';
import './actor-incidents.css';

interface Props {
  readonly name: string;
  readonly incidents: ActorDossier['incidents'];
}

/** The actor's incidents, newest first, with its role in each and how firmly that is attributed. */
export function ActorIncidents({ name, incidents }: Props) {
  const words = useText().actors;
  const columns = words.incidentColumns;
  const labels = useLabels();
  const rows = incidents.toSorted((a, b) =>
    (b.row.dateEarliest ?? '').localeCompare(a.row.dateEarliest ?? ''),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrollable by keyboard
    <section className="actor-incidents" aria-label={words.incidentsOf(name)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.date}</th>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.role}</th>
            <th scope="col">{columns.attribution}</th>
            <th scope="col">{columns.killed}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ link, row }) => (
            <tr key={link.id}>
              <td>
                <EdtfText edtf={row.dateEdtf} />
              </td>
              <th scope="row">
                <RecordLink table="incident" id={row.id}>
                  <bdi>{row.title}</bdi>
                </RecordLink>
                {row.place !== null && <span className="actor-incidents-place">{row.place}</span>}
              </th>
              <td>{codeLabel(labels.roles, link.role)}</td>
              <td>{link.attribution === null ? '' : labels.attributions[link.attribution]}</td>
              <td>
                <TollRange summary={row.killed} isCompact />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
