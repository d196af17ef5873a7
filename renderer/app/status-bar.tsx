import './status-bar.css';
import { CloudOff, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { totalWords } from '../../shared/text/toll-words.ts';
import { goTo, useApp } from '../state/app-store.ts';
import { useCase } from '../state/case-store.ts';
import { useFilling } from '../state/filling-store.ts';
import { setFilter, useIncidents } from '../state/incidents-store.ts';
import { useFormat, useLang, useText } from '../text/index.tsx';
import { HelpTip } from '../ui/tooltip.tsx';
import { JobsStatus } from './jobs-status.tsx';

/** One line: what is shown, what runs in the background, who writes. */
export const StatusBar = memo(function StatusBar() {
  const t = useText().app.status;
  return (
    <footer className="app-status" data-region>
      <Shown />
      <Preparing />
      <JobsStatus />
      <EngineState />
      <Author />
      <HelpTip label={t.offlineHelp} className="app-status-item app-status-help">
        <CloudOff size={12} aria-hidden="true" /> {t.offline}
      </HelpTip>
    </footer>
  );
});

function Shown() {
  const t = useText().app.status;
  const f = useFormat();
  const lang = useLang();
  const shown = useIncidents((state) => state.total);
  const killed = useIncidents((state) => state.killed);
  const picked = useIncidents((state) => state.selectedIds.size);
  const filter = useIncidents((state) => state.filter);
  const counts = useCase((state) => state.caseState?.counts);
  const all = counts?.incidents ?? shown;
  const isFiltered = Object.keys(filter).length > 0;
  const hasFigure = killed.named > 0 || killed.high === null;
  return (
    <div className="app-status-shown u-tabular" role="status">
      <span>{isFiltered ? t.some(f.number(shown), f.number(all)) : t.all(shown)}</span>
      {filter.deleted === true ? <b>{t.bin}</b> : null}
      {filter.batch === undefined ? null : <b>{t.batch}</b>}
      {isFiltered ? (
        <button type="button" className="app-status-link" onClick={() => setFilter({})}>
          {t.showAll}
        </button>
      ) : null}
      <HelpTip label={t.killedHelp} className="app-status-help">
        {hasFigure ? t.killed(totalWords(killed, lang)) : t.noKilled}
      </HelpTip>
      {picked > 1 ? <span>{t.picked(f.number(picked))}</span> : null}
      {counts === undefined ? null : (
        <span className="app-status-more">
          {t.actors(counts.actors)} · {t.sources(counts.sources)}
        </span>
      )}
    </div>
  );
}

/** Why the rest of the list, counts and map of a large case are not there yet. */
function Preparing() {
  const t = useText().app.status;
  const f = useFormat();
  const filling = useFilling();
  if (filling === undefined) return null;
  const percent = Math.floor(filling.share * 100);
  return (
    <HelpTip label={t.preparingHelp} className="app-status-item app-status-help u-tabular">
      <progress
        className="app-status-progress"
        aria-label={t.preparing(f.number(filling.total))}
        value={percent}
        max={100}
      />
      {t.preparing(f.number(filling.total))} {f.number(percent)} %
    </HelpTip>
  );
}

function EngineState() {
  const t = useText().app.status;
  const engine = useApp((state) => state.engine);
  if (engine === 'running') return null;
  return (
    <span className="app-status-item app-status-bad" role="alert">
      <TriangleAlert size={12} aria-hidden="true" />
      {engine === 'restarting' ? t.restarting : t.failed}
    </span>
  );
}

function Author() {
  const t = useText().app.status;
  const name = useApp((state) => state.settings?.author.name ?? '');
  return (
    <button
      type="button"
      className="app-status-link app-status-author u-truncate"
      title={t.authorHelp}
      onClick={() => goTo('settings')}
    >
      {name === '' ? t.noAuthor : t.author(name)}
    </button>
  );
}
