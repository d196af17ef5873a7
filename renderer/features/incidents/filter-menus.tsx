// Quick menus beside the filter box: the same filter by mouse, without knowing its text form.
import { Bookmark, CalendarDays, CircleDot, MapPin, Shapes, Users } from 'lucide-react';
import { useState } from 'react';
import type { Filter } from '../../../shared/domain/filter.ts';
import {
  type ActorIncidentRole,
  actorIncidentRoles,
  eventTaxonomy,
  eventTypes,
  incidentStatuses,
} from '../../../shared/domain/vocabulary.ts';
import { labels } from '../../../shared/text/index.ts';
import { readDayBound } from '../../record-kit/typed-date.ts';
import { setFilter, useIncidents } from '../../state/incidents-store.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { StatusBadge } from '../../ui/badges.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { CompleteBox } from './complete-box.tsx';
import { toggled, withPart } from './filter-parts.ts';
import { ViewsMenu } from './views-menu.tsx';

export function FilterMenus() {
  const { filter: t, views } = useText().incidents;
  const filter = useIncidents((state) => state.filter);
  const lang = useLang();
  const l = labels(lang);
  const types = filter.types ?? [];
  const statuses = filter.statuses ?? [];
  return (
    <Toolbar label={t.menus}>
      <PopoverButton
        label={views.title}
        variant="quiet"
        icon={<Bookmark size={14} aria-hidden="true" />}
        width={340}
      >
        {(close) => <ViewsMenu onDone={close} />}
      </PopoverButton>
      <PopoverButton
        label={t.period}
        variant="quiet"
        icon={<CalendarDays size={14} aria-hidden="true" />}
        isActive={(filter.after ?? filter.before ?? filter.undated) !== undefined}
      >
        {(close) => <PeriodMenu filter={filter} onDone={close} />}
      </PopoverButton>
      <PopoverButton
        label={t.type}
        title={t.anyType}
        variant="quiet"
        icon={<Shapes size={14} aria-hidden="true" />}
        isActive={types.length > 0}
        width={320}
      >
        {() => (
          // biome-ignore lint/a11y/useSemanticElements: a plain group of boxes
          <div role="group" aria-label={t.anyType} className="filter-checks">
            {eventTypes.map((type) => (
              <div key={type} className="filter-type">
                <Check
                  words={l.eventTypes[type]}
                  isSelected={types.includes(type)}
                  onChange={() => setFilter(withPart(filter, 'types', toggled(types, type)))}
                />
                {eventTaxonomy[type].map((sub) => (
                  <div key={sub} className="filter-subtype">
                    <Check
                      words={l.subEventTypes[sub]}
                      isSelected={types.includes(sub)}
                      onChange={() => setFilter(withPart(filter, 'types', toggled(types, sub)))}
                    />
                  </div>
                ))}
              </div>
            ))}
          </div>
        )}
      </PopoverButton>
      <PopoverButton
        label={t.status}
        title={t.anyStatus}
        variant="quiet"
        icon={<CircleDot size={14} aria-hidden="true" />}
        isActive={statuses.length > 0}
        width={200}
      >
        {() => (
          // biome-ignore lint/a11y/useSemanticElements: a plain group of boxes
          <div role="group" aria-label={t.anyStatus} className="filter-checks">
            {incidentStatuses.map((status) => (
              <Checkbox
                key={status}
                isSelected={statuses.includes(status)}
                onChange={() => setFilter(withPart(filter, 'statuses', toggled(statuses, status)))}
              >
                <StatusBadge status={status} />
              </Checkbox>
            ))}
          </div>
        )}
      </PopoverButton>
      <PopoverButton
        label={t.actor}
        variant="quiet"
        icon={<Users size={14} aria-hidden="true" />}
        isActive={(filter.actors ?? []).length > 0}
      >
        {(close) => <ActorMenu filter={filter} onDone={close} />}
      </PopoverButton>
      <PopoverButton
        label={t.place}
        variant="quiet"
        icon={<MapPin size={14} aria-hidden="true" />}
        isActive={(filter.places ?? []).length > 0}
      >
        {(close) => (
          <CompleteBox
            field="place"
            label={t.addPlace}
            placeholder={t.placeHint}
            onChoose={(place) => {
              setFilter(withPart(filter, 'places', [...(filter.places ?? []), place]));
              close();
            }}
          />
        )}
      </PopoverButton>
    </Toolbar>
  );
}

interface CheckProps {
  readonly words: string;
  readonly isSelected: boolean;
  readonly onChange: () => void;
}

function Check({ words, isSelected, onChange }: CheckProps) {
  return (
    <Checkbox isSelected={isSelected} onChange={onChange}>
      {words}
    </Checkbox>
  );
}

interface MenuProps {
  readonly filter: Filter;
  readonly onDone: () => void;
}

function PeriodMenu({ filter, onDone }: MenuProps) {
  const t = useText().incidents.filter;
  const format = useFormat();
  const words = (day: string | undefined) => (day === undefined ? '' : format.day(day));
  const [from, setFrom] = useState(words(filter.after));
  const [to, setTo] = useState(words(filter.before));
  const [isWrong, setIsWrong] = useState({ from: false, to: false });
  const apply = () => {
    const after = readDayBound(from, 'start');
    const before = readDayBound(to, 'end');
    setIsWrong({ from: after === 'wrong', to: before === 'wrong' });
    if (after === 'wrong' || before === 'wrong') return;
    setFilter(withPart(withPart(filter, 'after', after), 'before', before));
    onDone();
  };
  return (
    <form
      className="filter-period"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <TextField
        label={t.from}
        value={from}
        onChange={setFrom}
        placeholder={t.fromHint}
        errorMessage={isWrong.from ? t.dayError : undefined}
        autoFocus
      />
      <TextField
        label={t.to}
        value={to}
        onChange={setTo}
        placeholder={t.toHint}
        errorMessage={isWrong.to ? t.dayError : undefined}
      />
      <Checkbox
        isSelected={filter.undated === true}
        onChange={(isOn) => setFilter(withPart(filter, 'undated', isOn ? true : undefined))}
      >
        {t.undated}
      </Checkbox>
      <div className="filter-buttons">
        <Button
          variant="quiet"
          onPress={() => {
            setFilter(withPart(withPart(filter, 'after', undefined), 'before', undefined));
            onDone();
          }}
        >
          {t.clearPart}
        </Button>
        <Button variant="primary" type="submit">
          {t.apply}
        </Button>
      </div>
    </form>
  );
}

function ActorMenu({ filter, onDone }: MenuProps) {
  const t = useText().incidents.filter;
  const l = labels(useLang());
  const [role, setRole] = useState<ActorIncidentRole>();
  return (
    <div className="filter-period">
      <Select<ActorIncidentRole>
        label={t.role}
        value={role}
        options={actorIncidentRoles.map((value) => ({ value, label: l.roles[value] }))}
        emptyLabel={t.anyRole}
        onClear={() => setRole(undefined)}
        onChange={setRole}
      />
      <CompleteBox
        field="actor"
        label={t.addActor}
        placeholder={t.actorHint}
        onChoose={(words) => {
          const actor = { words, ...(role === undefined ? {} : { role }) };
          setFilter(withPart(filter, 'actors', [...(filter.actors ?? []), actor]));
          onDone();
        }}
      />
    </div>
  );
}
