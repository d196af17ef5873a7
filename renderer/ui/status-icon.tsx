import type { IncidentStatus } from '../../shared/domain/vocabulary.ts';

/** One shape per status, told apart without colour: how much of the ring is filled says how sure. */
const shapes = {
  reported: <circle cx="6" cy="6" r="4.25" fill="none" strokeWidth="1.5" />,
  claimed: (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" strokeWidth="1.5" />
      <path d="M6 1.75a4.25 4.25 0 0 0 0 8.5z" stroke="none" />
    </>
  ),
  corroborated: (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" strokeWidth="1.5" />
      <circle cx="6" cy="6" r="2" stroke="none" />
    </>
  ),
  confirmed: <circle cx="6" cy="6" r="5" stroke="none" />,
  disputed: <path d="M6 1 11 6 6 11 1 6zM6 3.7v3M6 8v.3" fill="none" strokeWidth="1.4" />,
  refuted: <path d="M2 2l8 8M10 2l-8 8" fill="none" strokeWidth="1.8" />,
} as const satisfies Readonly<Record<IncidentStatus, React.ReactNode>>;

export function StatusIcon({ status }: { readonly status: IncidentStatus }) {
  return (
    <svg
      className="c-status-icon"
      width="12"
      height="12"
      viewBox="0 0 12 12"
      fill="currentColor"
      stroke="currentColor"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {shapes[status]}
      {status === 'confirmed' ? (
        <path
          d="M3.6 6.2 5.3 7.9 8.5 4.4"
          fill="none"
          stroke="var(--bg-raised)"
          strokeWidth="1.5"
        />
      ) : null}
    </svg>
  );
}
