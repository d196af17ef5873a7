import './key-value.css';
import type { ReactNode } from 'react';

export interface KeyValueItem {
  readonly label: string;
  readonly value: ReactNode;
  readonly id?: string | undefined;
}

/** Facts in two columns; those without a value are left out. */
export function KeyValueList({ items }: { readonly items: readonly KeyValueItem[] }) {
  const shown = items.filter(
    ({ value }) => value !== undefined && value !== null && value !== '' && value !== false,
  );
  return (
    <dl className="c-facts">
      {shown.map((item) => (
        <div key={item.id ?? item.label} className="c-fact">
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
