import './badges.css';
import { BookCheck, Lock, Pencil } from 'lucide-react';
import { parseGrade } from '../../shared/domain/grade.ts';
import { tlpText } from '../../shared/domain/tlp.ts';
import type {
  IncidentStatus,
  ReviewState,
  TlpLabel as TlpLabelName,
} from '../../shared/domain/vocabulary.ts';
import { labels } from '../../shared/text/index.ts';
import { useLang, useText } from '../text/index.tsx';
import { classes } from './defined.ts';
import { StatusIcon } from './status-icon.tsx';
import { HelpTip } from './tooltip.tsx';

const tlpClass: { readonly [L in TlpLabelName]: string } = {
  CLEAR: 'c-tlp-clear',
  GREEN: 'c-tlp-green',
  AMBER: 'c-tlp-amber',
  'AMBER+STRICT': 'c-tlp-amber',
  RED: 'c-tlp-red',
};

/** The TLP 2.0 label in its own colours on black; never translated. */
export function TlpLabel(props: {
  readonly tlp: TlpLabelName;
  readonly size?: 's' | 'm' | undefined;
}) {
  return (
    <span className={classes('c-tlp', tlpClass[props.tlp], props.size === 'm' && 'c-tlp-m')}>
      {tlpText(props.tlp)}
    </span>
  );
}

/** An Admiralty grade as `C3`. Not quiet: it can be focused and says both scales in words. */
export function GradeBadge(props: {
  readonly grade: string;
  readonly isQuiet?: boolean | undefined;
}) {
  const words = useText().ui;
  const l = labels(useLang());
  const parsed = parseGrade(props.grade);
  const isUnjudged = parsed === null || parsed.reliability === 'F' || parsed.credibility === 6;
  const name = classes('c-grade', isUnjudged && 'c-grade-unjudged');
  if (props.isQuiet === true || parsed === null) return <span className={name}>{props.grade}</span>;
  const source = words.reliability(parsed.reliability, l.reliabilities[parsed.reliability]);
  const claim = words.credibility(String(parsed.credibility), l.credibilities[parsed.credibility]);
  return (
    <HelpTip className={name} label={`${source}\n${claim}`}>
      {props.grade}
    </HelpTip>
  );
}

/** The status of an incident, by shape, colour and word. */
export function StatusBadge(props: {
  readonly status: IncidentStatus;
  readonly isIconOnly?: boolean | undefined;
}) {
  const word = labels(useLang()).statuses[props.status];
  return (
    <span className={`c-status c-status-${props.status}`}>
      <StatusIcon status={props.status} />
      <span
        className={props.isIconOnly === true ? 'u-visually-hidden' : 'c-status-word u-truncate'}
      >
        {word}
      </span>
    </span>
  );
}

const reviewIcons = { draft: Pencil, reviewed: BookCheck, final: Lock } as const;

/** How far the record was checked. */
export function ReviewBadge({ review }: { readonly review: ReviewState }) {
  const Icon = reviewIcons[review];
  return (
    <span className="c-review">
      <Icon size={12} aria-hidden="true" />
      {labels(useLang()).reviews[review]}
    </span>
  );
}
