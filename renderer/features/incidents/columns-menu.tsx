import { Pin } from 'lucide-react';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ToggleIconButton } from '../../ui/icon-button.tsx';
import {
  type ColumnChoice,
  columnIds,
  defaultChoice,
  flexible,
  withFrozen,
  withVisibility,
} from './columns.ts';

interface ColumnsMenuProps {
  readonly choice: ColumnChoice;
  readonly onChoice: (choice: ColumnChoice) => void;
}

/** Which columns are shown, and which stay at the left. */
export function ColumnsMenu({ choice, onChoice }: ColumnsMenuProps) {
  const t = useText().incidents;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a plain group of boxes
    <div role="group" aria-label={t.columns} className="filter-checks">
      {columnIds.map((id) => (
        <div key={id} className="incidents-columns-line">
          <Checkbox
            isSelected={id === flexible || !choice.hidden.includes(id)}
            isDisabled={id === flexible}
            onChange={(isShown) => onChoice(withVisibility(choice, id, isShown))}
          >
            {t.column[id]}
          </Checkbox>
          <ToggleIconButton
            icon={<Pin size={13} aria-hidden="true" />}
            label={t.freezeColumn(t.column[id])}
            isSelected={choice.frozen.includes(id)}
            onChange={(isOn) => onChoice(withFrozen(choice, id, isOn))}
          />
        </div>
      ))}
      <p className="incidents-columns-note">{t.columnsNote}</p>
      <Button variant="quiet" onPress={() => onChoice(defaultChoice)}>
        {t.resetColumns}
      </Button>
    </div>
  );
}
