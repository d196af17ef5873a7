// What can be changed in all picked incidents at once.
import { Link2, Tag } from 'lucide-react';
import { useState } from 'react';
import type { BulkChange } from '../../../shared/contract/record-calls.ts';
import {
  type ActorIncidentRole,
  type Attribution,
  actorIncidentRoles,
  attributions,
  incidentStatuses,
  reviewStates,
  tlpLabels,
} from '../../../shared/domain/vocabulary.ts';
import { labels } from '../../../shared/text/index.ts';
import { ActorPicker } from '../../record-kit/pickers.tsx';
import { useLang, useText } from '../../text/index.tsx';
import { TlpLabel } from '../../ui/badges.tsx';
import { Button } from '../../ui/button.tsx';
import { MenuButton, type MenuEntry } from '../../ui/menu.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { Select } from '../../ui/select.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { changePicked } from './bulk-actions.ts';
import { CompleteBox } from './complete-box.tsx';

export function BulkButtons() {
  const t = useText().incidents;
  const l = labels(useLang());
  const [isBusy, setIsBusy] = useState(false);
  const change = (wanted: BulkChange) => {
    setIsBusy(true);
    void changePicked(wanted).finally(() => setIsBusy(false));
  };
  return (
    <>
      <SetMenu
        label={t.setStatus}
        {...{ codes: incidentStatuses, isBusy }}
        entryOf={(status) => ({
          label: l.statuses[status],
          icon: (
            <span className={`c-status-${status}`}>
              <StatusIcon status={status} />
            </span>
          ),
        })}
        onChoose={(value) => change({ do: 'set', field: 'status', value })}
      />
      <SetMenu
        label={t.setReview}
        {...{ codes: reviewStates, isBusy }}
        entryOf={(review) => ({ label: l.reviews[review] })}
        onChoose={(value) => change({ do: 'set', field: 'review', value })}
      />
      <SetMenu
        label={t.setTlp}
        {...{ codes: tlpLabels, isBusy }}
        entryOf={(tlp) => ({ label: l.tlpMeanings[tlp], icon: <TlpLabel tlp={tlp} /> })}
        onChoose={(value) => change({ do: 'set', field: 'tlp', value })}
      />
      <PopoverButton
        label={t.addTag}
        variant="quiet"
        icon={<Tag size={14} aria-hidden="true" />}
        isDisabled={isBusy}
      >
        {(close) => (
          <CompleteBox
            field="tag"
            label={t.addTag}
            placeholder={t.tagName}
            onChoose={(name) => {
              close();
              if (name.trim() !== '') change({ do: 'tag', name });
            }}
          />
        )}
      </PopoverButton>
      <PopoverButton
        label={t.linkActor}
        variant="quiet"
        icon={<Link2 size={14} aria-hidden="true" />}
        isDisabled={isBusy}
        width={300}
      >
        {(close) => (
          <LinkForm
            onLink={(wanted) => {
              close();
              change(wanted);
            }}
          />
        )}
      </PopoverButton>
      {isBusy ? <Spinner label={t.changing} size={14} /> : null}
    </>
  );
}

interface SetMenuProps<C extends string> {
  readonly label: string;
  readonly codes: readonly C[];
  readonly isBusy: boolean;
  readonly entryOf: (code: C) => Pick<Extract<MenuEntry, { label: string }>, 'label' | 'icon'>;
  readonly onChoose: (code: C) => void;
}

function SetMenu<C extends string>({ label, codes, isBusy, entryOf, onChoose }: SetMenuProps<C>) {
  return (
    <MenuButton
      label={label}
      variant="quiet"
      isDisabled={isBusy}
      entries={codes.map((code) => ({ id: code, ...entryOf(code) }))}
      onAction={(chosen) => {
        const code = codes.find((known) => known === chosen);
        if (code !== undefined) onChoose(code);
      }}
    />
  );
}

function LinkForm({ onLink }: { readonly onLink: (change: BulkChange) => void }) {
  const text = useText();
  const t = text.incidents;
  const l = labels(useLang());
  const [actorId, setActorId] = useState<string>();
  const [role, setRole] = useState<ActorIncidentRole>('involved');
  const [attribution, setAttribution] = useState<Attribution>();
  return (
    <form
      className="filter-period"
      onSubmit={(event) => {
        event.preventDefault();
        if (actorId !== undefined) {
          onLink({ do: 'link', actorId, role, attribution: attribution ?? null });
        }
      }}
    >
      <ActorPicker label={t.linkWho} value={actorId} onChange={setActorId} autoFocus isRequired />
      <Select<ActorIncidentRole>
        label={t.filter.role}
        value={role}
        options={actorIncidentRoles.map((value) => ({ value, label: l.roles[value] }))}
        onChange={setRole}
      />
      <Select<Attribution>
        label={t.linkHow}
        value={attribution}
        options={attributions.map((value) => ({ value, label: l.attributions[value] }))}
        emptyLabel={t.linkNotSaid}
        onClear={() => setAttribution(undefined)}
        onChange={setAttribution}
      />
      <div className="filter-buttons">
        <Button variant="primary" type="submit" isDisabled={actorId === undefined}>
          {t.linkAll}
        </Button>
      </div>
    </form>
  );
}
