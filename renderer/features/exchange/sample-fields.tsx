import type { PackSample } from '../../../shared/contract/exchange-calls.ts';
import type { Answer } from '../../../shared/contract/pack-decisions.ts';
import { fieldWords, valueWords } from '../../text/field-words.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { PackImport } from './use-pack-import.ts';

type Field = PackSample['fields'][number];
type Choice = 'ours' | 'theirs' | 'edit';

/** Fields whose words a person may put together from both; the others are taken from one side. */
const wordFields: ReadonlySet<string> = new Set([
  'title',
  'name',
  'summary',
  'description',
  'statement',
  'body',
  'note',
  'status_why',
  'reliability_why',
  'credibility_why',
  'words',
  'origin_words',
]);

function isWords({ field, ours, theirs }: Field): boolean {
  return wordFields.has(field) && typeof ours === 'string' && typeof theirs === 'string';
}

/** What both sides say of one record, field by field, with the decisions where one is asked. */
export function SampleFields({
  sample,
  packImport,
}: {
  readonly sample: PackSample;
  readonly packImport: PackImport;
}) {
  const t = useText().exchange;
  const lang = useLang();
  const isNew = sample.verdict === 'new';
  const isConflict = sample.verdict === 'conflicting';
  return (
    <table className="exchange-table">
      <thead>
        <tr>
          <th scope="col">{t.field}</th>
          {isNew ? null : (
            <th scope="col">
              {t.ourValue} <Writer writer={sample.ourWriter} />
            </th>
          )}
          <th scope="col">
            {t.theirValue} <Writer writer={sample.theirWriter} />
          </th>
          {isConflict ? <th scope="col">{t.decision}</th> : null}
        </tr>
      </thead>
      <tbody>
        {sample.fields.map((each, at) => {
          const { field, ours, theirs, isAsked, unit } = each;
          const answer = packImport.answerOf(sample, unit);
          const isFirst = sample.fields.findIndex((one) => one.isAsked && one.unit === unit) === at;
          return (
            <tr key={`${field} ${isAsked}`}>
              <th scope="row">{fieldWords(lang, sample.table, field)}</th>
              {isNew ? null : (
                <td className={isAsked && answer === 'ours' ? 'exchange-taken' : ''}>
                  <bdi>{valueWords(lang, sample.table, field, ours)}</bdi>
                </td>
              )}
              <td
                className={isConflict && (!isAsked || answer === 'theirs') ? 'exchange-taken' : ''}
              >
                <bdi>{valueWords(lang, sample.table, field, theirs)}</bdi>
              </td>
              {isConflict ? (
                <td className="exchange-decision">
                  {isAsked ? null : <span className="u-soft">{t.joined}</span>}
                  {isAsked && isFirst ? (
                    <Decision
                      sample={sample}
                      field={each}
                      answer={answer}
                      onAnswer={(next) => packImport.decide(sample.id, [unit], next)}
                    />
                  ) : null}
                </td>
              ) : null}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Writer({ writer }: { readonly writer: PackSample['ourWriter'] }) {
  const t = useText().exchange;
  const f = useFormat();
  if (writer === null) return null;
  const at = f.moment(writer.at);
  return (
    <span className="u-soft exchange-writer">
      {writer.name === '' ? at : <bdi>{t.writtenBy(writer.name, at)}</bdi>}
    </span>
  );
}

function Decision({
  sample,
  field,
  answer,
  onAnswer,
}: {
  readonly sample: PackSample;
  readonly field: Field;
  readonly answer: Answer;
  readonly onAnswer: (answer: Answer) => void;
}) {
  const t = useText().exchange;
  const lang = useLang();
  const name = fieldWords(lang, sample.table, field.field);
  const isEdited = typeof answer === 'object';
  const words = isEdited ? String(answer.values[field.field] ?? '') : '';
  const options: { value: Choice; label: string }[] = [
    { value: 'ours', label: t.ours },
    { value: 'theirs', label: t.theirs },
    ...(isWords(field) ? [{ value: 'edit' as const, label: t.edit }] : []),
  ];
  return (
    <>
      <Segmented<Choice>
        label={t.decideField(name, sample.title)}
        isLabelHidden
        value={isEdited ? 'edit' : answer}
        options={options}
        onChange={(next) =>
          onAnswer(next === 'edit' ? { values: { [field.field]: `${field.ours}` } } : next)
        }
      />
      {isEdited ? (
        <TextArea
          label={t.ownWords(name)}
          isLabelHidden
          rows={2}
          dir="auto"
          value={words}
          onChange={(value) => onAnswer({ values: { [field.field]: value } })}
        />
      ) : null}
    </>
  );
}
