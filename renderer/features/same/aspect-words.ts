// What each of two incidents says of an aspect, in the reader's words.
import type { IncidentDossier } from '../../../shared/contract/read-calls.ts';
import type { SameAspect } from '../../../shared/domain/same-attack-types.ts';
import { edtfWords } from '../../../shared/text/date-words.ts';
import { codeLabel, labels } from '../../../shared/text/index.ts';
import { summaryWords } from '../../../shared/text/toll-words.ts';
import type { Lang } from '../../text/catalogue.ts';

const joined = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');

function actors(dossier: IncidentDossier, roles: readonly string[], lang: Lang): string {
  const l = labels(lang);
  return dossier.row.actors
    .filter(({ role }) => roles.includes(role))
    .map(({ name, attribution }) =>
      attribution === null ? name : `${name} (${l.attributions[attribution].toLowerCase()})`,
    )
    .join(', ');
}

function sources({ claims }: IncidentDossier): string {
  const names = claims.flatMap(({ source }) =>
    source === null ? [] : [source.publisher ?? source.title],
  );
  return [...new Set(names)].join(', ');
}

/** Empty where the incident says nothing. */
export function aspectWords(aspect: SameAspect, dossier: IncidentDossier, lang: Lang): string {
  const { incident, row, place, tolls } = dossier;
  const l = labels(lang);
  switch (aspect) {
    case 'date':
      return incident.date_edtf === null
        ? (incident.date_words ?? '')
        : joined([edtfWords(incident.date_edtf, lang), incident.date_words]);
    case 'time':
      return incident.time_words ?? '';
    case 'place': {
      const name = place?.name ?? row.place;
      const words = incident.place_words === name ? null : incident.place_words;
      const said = joined([name, words, incident.admin2, incident.admin1]);
      return said === '' ? '' : joined([said, l.geoLevels[incident.geo_level]]);
    }
    case 'perpetrator': {
      const named = actors(dossier, ['perpetrator'], lang);
      return named === '' ? actors(dossier, ['claimant'], lang) : named;
    }
    case 'victim':
      return actors(dossier, ['target', 'victim'], lang);
    case 'type':
      return joined([
        incident.sub_event_type === null
          ? null
          : codeLabel(l.subEventTypes, incident.sub_event_type),
        incident.event_type === null ? null : codeLabel(l.eventTypes, incident.event_type),
      ]);
    case 'target':
      return incident.targets.map((target) => codeLabel(l.targets, target)).join(', ');
    case 'toll':
      return tolls
        .map((toll) => `${l.outcomes[toll.outcome]} : ${summaryWords(toll, lang)}`)
        .map((words) => (lang === 'fr' ? words : words.replace(' :', ':')))
        .join(' · ');
    case 'source':
      return sources(dossier);
    case 'words':
      return incident.title;
    case 'key':
      return incident.external_key ?? '';
  }
}
