import { useState } from 'react';
import type { IncidentDossier } from '../../../shared/contract/read-calls.ts';
import { coordinatesText } from '../../../shared/domain/geo.ts';
import { codeLabel, labels } from '../../../shared/text/index.ts';
import { EdtfText } from '../../record-kit/edtf-text.tsx';
import { ImportOrigin, ImportWaiting, useImportOrigin } from '../../record-kit/import-origin.tsx';
import { PlaceDialog } from '../../record-kit/place-dialog.tsx';
import { TagsField } from '../../record-kit/tags-field.tsx';
import { open } from '../../state/app-store.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { KeyValueList } from '../../ui/key-value.tsx';
import { Section } from '../../ui/section.tsx';
import { PlaceSign } from './place-sign.tsx';

interface FactsProps {
  readonly dossier: IncidentDossier;
}

/** Who, what, when, where, how sure. */
export function IncidentFacts({ dossier }: FactsProps) {
  const text = useText();
  const t = text.incidents.inspector;
  const lang = useLang();
  const l = labels(lang);
  const { incident } = dossier;
  const known = useImportOrigin(incident.id);
  const type = [
    incident.sub_event_type === null ? null : codeLabel(l.subEventTypes, incident.sub_event_type),
    incident.event_type === null ? null : codeLabel(l.eventTypes, incident.event_type),
  ].filter((part) => part !== null);
  return (
    <Section title={t.facts}>
      <ImportWaiting known={known} />
      <KeyValueList
        items={[
          { label: t.who, value: <Who dossier={dossier} /> },
          { label: t.what, value: type.join(' · ') },
          {
            label: t.targets,
            value: incident.targets.map((target) => codeLabel(l.targets, target)).join(', '),
          },
          {
            label: t.when,
            value: <EdtfText edtf={incident.date_edtf} words={incident.date_words} />,
          },
          { label: t.time, value: incident.time_words },
          { label: t.where, value: <Where dossier={dossier} /> },
          { label: t.status, value: <Judgement dossier={dossier} /> },
          {
            label: t.confidence,
            value: incident.confidence === null ? null : l.confidence[incident.confidence],
          },
          { label: t.externalKey, value: incident.external_key },
          {
            label: text.conflicts.origin,
            value: known?.origin ? <ImportOrigin known={known} /> : null,
          },
        ]}
      />
      <div className="inspector-tags">
        <TagsField table="incident" id={incident.id} tags={dossier.tags} />
      </div>
    </Section>
  );
}

function Who({ dossier }: FactsProps) {
  const t = useText().incidents.inspector;
  const l = labels(useLang());
  const { actors } = dossier.row;
  if (actors.length === 0) return <span className="u-faint">{t.noActors}</span>;
  return (
    <ul className="inspector-who">
      {actors.map((actor) => (
        <li key={`${actor.id} ${actor.role}`}>
          <button type="button" className="inspector-link" onClick={() => open('actor', actor.id)}>
            <bdi>{actor.name}</bdi>
          </button>{' '}
          <span className="u-soft">
            {codeLabel(l.roles, actor.role)}
            {actor.attribution === null ? '' : ` · ${l.attributions[actor.attribution]}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Where({ dossier }: FactsProps) {
  const t = useText().incidents.inspector;
  const lang = useLang();
  const format = useFormat();
  const { incident, place, row } = dossier;
  const [isShown, setShown] = useState(false);
  const name = place?.name ?? row.place;
  const area = [
    incident.admin2,
    incident.admin1,
    incident.country === null ? null : format.country(incident.country),
  ].filter((part): part is string => part !== null && part !== name);
  const { latitude, longitude, radius_m: radius } = incident;
  const isNowhere = name === null && area.length === 0 && latitude === null;
  if (isNowhere && incident.place_words === null) {
    return <span className="u-faint">{labels(lang).geoLevels.unknown}</span>;
  }
  return (
    <div>
      {isShown && place !== null && (
        <PlaceDialog placeId={place.id} onClose={() => setShown(false)} />
      )}
      <div className="inspector-where">
        <PlaceSign level={incident.geo_level} />
        <span>
          {name === null ? null : place === null ? (
            <bdi>{name}</bdi>
          ) : (
            <button type="button" className="inspector-link" onClick={() => setShown(true)}>
              <bdi>{name}</bdi>
            </button>
          )}
          {area.length === 0 ? null : (
            <span className="u-soft">
              {name === null ? '' : ', '}
              {area.join(', ')}
            </span>
          )}
        </span>
      </div>
      <div className="u-soft inspector-small">
        {labels(lang).geoLevels[incident.geo_level]}
        {radius === null ? '' : `, ${t.radius(format.number(Math.round(radius / 100) / 10))}`}
      </div>
      {latitude === null || longitude === null ? null : (
        <div className="u-soft inspector-small u-tabular">
          {coordinatesText(latitude, longitude, lang)}
        </div>
      )}
      {incident.place_words === null ? null : (
        <div className="inspector-small inspector-quote">
          <bdi>{t.dateWords(incident.place_words)}</bdi>
        </div>
      )}
    </div>
  );
}

function Judgement({ dossier }: FactsProps) {
  const l = labels(useLang());
  const { status, status_why: why } = dossier.incident;
  return (
    <>
      {l.statuses[status]}
      <div className="u-soft inspector-small">{why ?? l.statusMeanings[status]}</div>
    </>
  );
}
