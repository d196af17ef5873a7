import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import {
  type ColumnChoice,
  columnIds,
  defaultChoice,
  flexible,
  withVisibility,
} from './columns.ts';

interface ColumnsMenuProps {
  readonly choice: ColumnChoice;
  readonly onChoice: (choice: ColumnChoice) => void;
}

/** Which columns are shown. */
export function ColumnsMenu({ choice, onChoice }: ColumnsMenuProps) {
  const t = useText().incidents;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a plain group of boxes
    <div role="group" aria-label={t.columns} className="filter-checks">
      {columnIds.map((id) => (
        <Checkbox
          key={id}
          isSelected={id === flexible || !choice.hidden.includes(id)}
          isDisabled={id === flexible}
          onChange={(isShown) => onChoice(withVisibility(choice, id, isShown))}
        >
          {t.column[id]}
        </Checkbox>
      ))}
      <p className="incidents-columns-note">{t.columnsNote}</p>
      <Button variant="quiet" onPress={() => onChoice(defaultChoice)}>
        {t.resetColumns}
      </Button>
    </div>
  );
}
