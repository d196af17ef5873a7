import type { ReportRequest } from '../../../shared/contract/exchange-calls.ts';
import { call } from '../../api/client.ts';
import { useRead } from '../../state/use-changes.ts';
import { useText } from '../../text/index.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { ReportForm } from './report-form.ts';

interface Props {
  readonly form: ReportForm;
  /** What is asked for as it stands; undefined while something is missing. */
  readonly request: ReportRequest | undefined;
  readonly onChange: (patch: Partial<ReportForm>) => void;
}

/** Which passages of its sources the report quotes: none, all, or those ticked. */
export function QuotesChoice({ form, request, onChange }: Props) {
  const t = useText().reports.quotes;
  return (
    <>
      <Segmented
        label={t.title}
        description={t.help}
        value={form.quotes}
        options={[
          { value: 'none', label: t.none },
          { value: 'chosen', label: t.chosen },
          { value: 'all', label: t.all },
        ]}
        onChange={(quotes) => onChange({ quotes, tlp: undefined })}
      />
      {form.quotes !== 'chosen' || request === undefined ? null : (
        <Passages
          request={request}
          chosen={form.quoteIds}
          onChange={(quoteIds) => onChange({ quoteIds, tlp: undefined })}
        />
      )}
    </>
  );
}

interface PassagesProps {
  readonly request: ReportRequest;
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

function Passages({ request, chosen, onChange }: PassagesProps) {
  const t = useText().reports.quotes;
  const { edits: _edits, quotes: _quotes, ...asked } = request;
  const { value } = useRead(
    () => call('report/passages', asked),
    [JSON.stringify(asked)],
    ['incidents', 'claims', 'sources'],
  );
  if (value === undefined) return null;
  const { total, passages } = value;
  const left = total > passages.length ? t.first(passages.length, total) : undefined;
  return (
    <FieldGroup label={t.passages} description={passages.length === 0 ? t.noPassages : left}>
      {passages.map(({ id, source, words }) => (
        <Checkbox
          key={id}
          isSelected={chosen.includes(id)}
          onChange={(isOn) =>
            onChange(isOn ? [...chosen, id] : chosen.filter((each) => each !== id))
          }
          description={<bdi>{source}</bdi>}
        >
          <bdi>{words}</bdi>
        </Checkbox>
      ))}
    </FieldGroup>
  );
}
