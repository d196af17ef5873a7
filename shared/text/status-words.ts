/** Why a status is suggested, in half a sentence: "the army denies what JNIM claims (B4 vs C3)". */
import type { ReasonClaim, StatusReason, StatusSuggestion } from '../domain/status-suggestion.ts';
import { assertNever } from '../lib/assert-never.ts';
import { labels } from './index.ts';
import type { Lang } from './lang.ts';

/** "Suggested: disputed — Government denies what JNIM claims (B4 vs C3)". */
export function suggestionWords({ status, reason }: StatusSuggestion, lang: Lang): string {
  const label = labels(lang).statuses[status].toLocaleLowerCase(lang);
  const why = reasonWords(reason, lang);
  return lang === 'fr' ? `Suggéré\u00a0: ${label} — ${why}` : `Suggested: ${label} — ${why}`;
}

export function reasonWords(reason: StatusReason, lang: Lang): string {
  return lang === 'fr' ? french(reason) : english(reason);
}

function who(claim: ReasonClaim, nobody: string): string {
  return claim.claimant ?? claim.sourceTitle ?? nobody;
}

function english(reason: StatusReason): string {
  const of = (claim: ReasonClaim) => who(claim, 'an unnamed claimant');
  switch (reason.code) {
    case 'no-claims':
      return 'no claim is recorded yet';
    case 'nobody-named':
      return `reported by ${of(reason.claim)}, and nobody is named who claims it (${reason.claim.grade})`;
    case 'claimed-by':
      return `claimed by ${of(reason.claim)}, and nobody of another origin bears it out (${reason.claim.grade})`;
    case 'agree':
      return `told separately by ${of(reason.claim)} and ${of(reason.by)} (${reason.claim.grade}, ${reason.by.grade})`;
    case 'borne-out':
      return `graded ${reason.claim.grade}, and ${of(reason.by)} bears it out independently (${reason.by.grade})`;
    case 'denied': {
      const { claim, by, denier } = reason;
      const grades = by === null ? claim.grade : `${claim.grade} vs ${by.grade}`;
      return `${denier ?? (by === null ? 'somebody' : of(by))} denies what ${of(claim)} claims (${grades})`;
    }
    case 'contradicted':
      return `${of(reason.by)} contradicts ${of(reason.claim)} (${reason.claim.grade} vs ${reason.by.grade})`;
    case 'denial-confirmed':
      return `the denial of ${of(reason.denial)} is borne out by ${of(reason.by)} (${reason.denial.grade}, ${reason.by.grade})`;
    case 'improbable':
      return `what ${of(reason.claim)} claims is graded improbable against ${of(reason.by)} (${reason.claim.grade} vs ${reason.by.grade})`;
    default:
      return assertNever(reason, 'reason');
  }
}

function french(reason: StatusReason): string {
  const of = (claim: ReasonClaim) => who(claim, 'un auteur non nommé');
  switch (reason.code) {
    case 'no-claims':
      return 'aucune allégation enregistrée';
    case 'nobody-named':
      return `rapporté par ${of(reason.claim)}, personne n’est nommé qui l’affirme (${reason.claim.grade})`;
    case 'claimed-by':
      return `affirmé par ${of(reason.claim)}, sans que personne d’une autre origine le confirme (${reason.claim.grade})`;
    case 'agree':
      return `dit séparément par ${of(reason.claim)} et ${of(reason.by)} (${reason.claim.grade}, ${reason.by.grade})`;
    case 'borne-out':
      return `coté ${reason.claim.grade} et confirmé de façon indépendante par ${of(reason.by)} (${reason.by.grade})`;
    case 'denied': {
      const { claim, by, denier } = reason;
      const grades = by === null ? claim.grade : `${claim.grade} contre ${by.grade}`;
      const name = denier ?? (by === null ? 'un tiers' : of(by));
      return `démenti par ${name} de ce qu’affirme ${of(claim)} (${grades})`;
    }
    case 'contradicted':
      return `contradiction entre ${of(reason.claim)} et ${of(reason.by)} (${reason.claim.grade} contre ${reason.by.grade})`;
    case 'denial-confirmed':
      return `le démenti de ${of(reason.denial)} est confirmé par ${of(reason.by)} (${reason.denial.grade}, ${reason.by.grade})`;
    case 'improbable':
      return `ce qu’affirme ${of(reason.claim)} est coté improbable face à ${of(reason.by)} (${reason.claim.grade} contre ${reason.by.grade})`;
    default:
      return assertNever(reason, 'reason');
  }
}
