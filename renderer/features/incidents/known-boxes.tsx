import './known-boxes.css';
import { BookOpen, CircleCheck, CircleHelp, Megaphone } from 'lucide-react';
import type { ReactNode } from 'react';
import type { IncidentDossier } from '../../../shared/contract/read-calls.ts';
import { type KnownLine, knownOf } from '../../../shared/domain/known.ts';
import { knownTitles, knownWords } from '../../../shared/text/known-words.ts';
import { open } from '../../state/app-store.ts';
import { useLang, useText } from '../../text/index.tsx';
import { GradeBadge } from '../../ui/badges.tsx';
import { IconButton } from '../../ui/icon-button.tsx';

/** What is claimed, confirmed and unknown, each line leading to the source it rests on. */
export function KnownBoxes({ dossier }: { readonly dossier: IncidentDossier }) {
  const t = useText().incidents.inspector;
  const lang = useLang();
  const known = knownOf(dossier);
  const titles = knownTitles(lang);
  return (
    <section className="known-boxes" aria-label={t.known}>
      <Box
        name="claimed"
        icon={<Megaphone size={14} aria-hidden="true" />}
        title={titles.claimed}
        lines={known.claimed}
        nothing={t.nothingClaimed}
      />
      <Box
        name="confirmed"
        icon={<CircleCheck size={14} aria-hidden="true" />}
        title={titles.confirmed}
        lines={known.confirmed}
        nothing={t.nothingConfirmed}
      />
      <Box
        name="unknown"
        icon={<CircleHelp size={14} aria-hidden="true" />}
        title={titles.unknown}
        lines={known.unknown}
        nothing={titles.nothingUnknown}
      />
    </section>
  );
}

interface BoxProps {
  readonly name: 'claimed' | 'confirmed' | 'unknown';
  readonly icon: ReactNode;
  readonly title: string;
  readonly lines: readonly KnownLine[];
  readonly nothing: string;
}

function Box({ name, icon, title, lines, nothing }: BoxProps) {
  return (
    <div className={`known-box known-${name}`}>
      <h3 className="known-title">
        {icon}
        {title}
      </h3>
      {lines.length === 0 ? (
        <p className="u-faint">{nothing}</p>
      ) : (
        <ul className="known-lines">
          {lines.map((line) => (
            <Line key={lineKey(line)} line={line} />
          ))}
        </ul>
      )}
    </div>
  );
}

function lineKey(line: KnownLine): string {
  switch (line.code) {
    case 'claim':
      return line.claimId;
    case 'actor':
      return `${line.actorId} ${line.role}`;
    case 'possibly-same':
      return line.incidentId;
    case 'question':
      return line.text;
    case 'no-figure-by':
      return `${line.code} ${line.claimant ?? ''} ${line.sourceIds.join()}`;
    default:
      return line.code;
  }
}

function Line({ line }: { readonly line: KnownLine }) {
  const t = useText().incidents.inspector;
  const lang = useLang();
  const isQuiet = line.code === 'nothing-claimed' || line.code === 'nothing-confirmed';
  const isOld = line.code === 'claim' && line.isSuperseded;
  const words = knownWords(line, lang);
  const [sourceId] = line.sourceIds;
  return (
    <li className={isQuiet || isOld ? 'known-line u-soft' : 'known-line'}>
      {line.code === 'possibly-same' ? (
        <button
          type="button"
          className="known-link"
          onClick={() => open('incident', line.incidentId)}
        >
          {words}
        </button>
      ) : (
        <bdi className="known-words">
          <Graded words={words} />
        </bdi>
      )}
      {sourceId === undefined ? null : (
        <IconButton
          icon={<BookOpen size={13} aria-hidden="true" />}
          label={t.openSource}
          className="known-source"
          onPress={() => open('source', sourceId)}
        />
      )}
    </li>
  );
}

/** The sentence with its grade drawn as a badge: "… 200 soldiers. C3". */
function Graded({ words }: { readonly words: string }) {
  const match = /^(.*) \[([A-F][1-6])\](.*)$/s.exec(words);
  if (match === null) return words;
  return (
    <>
      {match[1]} <GradeBadge grade={match[2] ?? ''} />
      {match[3]}
    </>
  );
}
