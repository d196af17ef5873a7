import './tabs.css';
import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { CountBadge } from './count-badge.tsx';

export interface TabView {
  readonly id: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly content: ReactNode;
}

export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly TabView[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

export function Tabs(props: TabsProps) {
  return (
    <AriaTabs
      className="c-tabs"
      selectedKey={props.selected}
      onSelectionChange={(key) => props.onSelect(String(key))}
    >
      <TabList aria-label={props.label} className="c-tab-list">
        {props.tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="c-tab">
            {tab.label}
            {tab.count === undefined ? null : <CountBadge count={tab.count} />}
          </Tab>
        ))}
      </TabList>
      {props.tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="c-tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
