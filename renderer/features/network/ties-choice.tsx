// Which roles and relations tie, and the period: the panels of the toolbar.
import { useState } from 'react';
import { isExactDay } from '../../../shared/domain/edtf.ts';
import { actorActorRelations, actorIncidentRoles } from '../../../shared/domain/vocabulary.ts';
import { labels, roleWords } from '../../../shared/text/index.ts';
import { getIncidents, setFilter, useIncidents } from '../../state/incidents-store.ts';
import { useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type Choices, choose } from './use-choices.ts';

export function TiesChoice({ choices }: { readonly choices: Choices }) {
  const t = useText().network;
  const lang = useLang();
  const l = labels(lang);
  const { roles, relations } = choices;
  const isNarrow = roles.length > 0 || relations.length < actorActorRelations.length;
  return (
    <PopoverButton {...{ label: t.ties, title: t.tiesTitle, width: 340, isActive: isNarrow }}>
      {() => (
        <div className="network-choice">
          <p>{t.rolesHint}</p>
          <div className="network-boxes">
            {actorIncidentRoles.map((role) => (
              <Checkbox
                key={role}
                isSelected={roles.includes(role)}
                onChange={(isOn) =>
                  choose('roles', isOn ? [...roles, role] : roles.filter((one) => one !== role))
                }
              >
                {l.roles[role]}
              </Checkbox>
            ))}
          </div>
          <p>{t.relationsHint}</p>
          <div className="network-row">
            <Button variant="quiet" onPress={() => choose('relations', [...actorActorRelations])}>
              {t.allRelations}
            </Button>
            <Button variant="quiet" onPress={() => choose('relations', [])}>
              {t.noRelations}
            </Button>
          </div>
          <div className="network-boxes">
            {actorActorRelations.map((kind) => (
              <Checkbox
                key={kind}
                isSelected={relations.includes(kind)}
                onChange={(isOn) =>
                  choose(
                    'relations',
                    isOn ? [...relations, kind] : relations.filter((one) => one !== kind),
                  )
                }
              >
                {roleWords('actor-actor', kind, true, lang)}
              </Checkbox>
            ))}
          </div>
        </div>
      )}
    </PopoverButton>
  );
}

export function PeriodChoice() {
  const t = useText().network;
  const hasPeriod = useIncidents(
    ({ filter }) => filter.after !== undefined || filter.before !== undefined,
  );
  return (
    <PopoverButton {...{ label: t.period, isActive: hasPeriod, width: 300 }}>
      {(close) => <PeriodForm onDone={close} />}
    </PopoverButton>
  );
}

function PeriodForm({ onDone }: { readonly onDone: () => void }) {
  const t = useText().network;
  const { filter } = getIncidents();
  const [after, setAfter] = useState(filter.after ?? '');
  const [before, setBefore] = useState(filter.before ?? '');
  const isRight = (day: string) => day.trim() === '' || isExactDay(day.trim());
  const areRight = isRight(after) && isRight(before);
  const set = (from: string, until: string) => {
    const { after: _after, before: _before, ...rest } = getIncidents().filter;
    setFilter({
      ...rest,
      ...(from.trim() === '' ? {} : { after: from.trim() }),
      ...(until.trim() === '' ? {} : { before: until.trim() }),
    });
    onDone();
  };
  const field = (label: string, value: string, onChange: (next: string) => void) => (
    <TextField
      {...{ label, value, onChange, maxLength: 10 }}
      errorMessage={isRight(value) ? undefined : t.dayWrong}
      onEnter={() => areRight && set(after, before)}
    />
  );
  return (
    <div className="network-choice">
      <p>{t.periodHint}</p>
      {field(t.after, after, setAfter)}
      {field(t.before, before, setBefore)}
      <div className="network-row">
        <Button variant="primary" isDisabled={!areRight} onPress={() => set(after, before)}>
          {t.apply}
        </Button>
        <Button onPress={() => set('', '')}>{t.clearPeriod}</Button>
      </div>
    </div>
  );
}
