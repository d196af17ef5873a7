import type { PackPreview } from '../../../shared/contract/exchange-calls.ts';
import type { Side } from '../../../shared/contract/pack-decisions.ts';
import { fieldWords } from '../../text/field-words.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { tableHeading } from './count-words.ts';
import type { PackImport } from './use-pack-import.ts';

/** One answer for all conflicts, and for those of each kind where there are several kinds. */
export function ConflictKinds({
  preview,
  packImport,
}: {
  readonly preview: PackPreview;
  readonly packImport: PackImport;
}) {
  const t = useText().exchange;
  const f = useFormat();
  const lang = useLang();
  const kinds = preview.conflictKinds;
  return (
    <>
      <RadioGroup<Side>
        label={t.conflicts}
        description={t.conflictsHelp}
        value={packImport.conflicts}
        options={[
          { value: 'ours', label: t.ours, description: t.oursHelp },
          { value: 'theirs', label: t.theirs, description: t.theirsHelp },
        ]}
        onChange={packImport.setConflicts}
      />
      {kinds.length < 2 ? null : (
        <table className="exchange-table u-tabular">
          <caption>{t.byKind}</caption>
          <tbody>
            {kinds.map(({ table, unit, count }) => {
              const name = `${tableHeading(lang, table)}: ${fieldWords(lang, table, unit)}`;
              return (
                <tr key={`${table} ${unit}`}>
                  <th scope="row">{name}</th>
                  <td className="exchange-number">{f.number(count)}</td>
                  <td>
                    <Segmented<Side>
                      label={t.decideKind(name)}
                      isLabelHidden
                      value={packImport.ruleFor(table, unit) ?? packImport.conflicts}
                      options={[
                        { value: 'ours', label: t.ours },
                        { value: 'theirs', label: t.theirs },
                      ]}
                      onChange={(side) => packImport.setRule(table, unit, side)}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </>
  );
}
