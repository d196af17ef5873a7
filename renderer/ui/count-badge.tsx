import './badges.css';

export function CountBadge({ count }: { readonly count: number }) {
  return <span className="c-count u-tabular">{count}</span>;
}
