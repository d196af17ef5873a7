import { type PackPreview, packVerdicts } from '../../../shared/contract/exchange-calls.ts';
import { fieldWords, tableWords, valueWords } from '../../text/field-words.ts';
import { useLang, useText } from '../../text/index.tsx';
import { Section } from '../../ui/section.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { PackImport, Side } from './use-pack-import.ts';

type Sample = PackPreview['samples'][number];

/** Some records of each verdict with what both sides say; conflicts come first and are decided here. */
export function SampleRecords({
  preview,
  packImport,
}: {
  readonly preview: PackPreview;
  readonly packImport: PackImport;
}) {
  const t = useText().exchange;
  if (preview.samples.length === 0) return null;
  const order = [...packVerdicts].reverse();
  return (
    <div className="exchange-samples">
      <h3>{t.samples}</h3>
      <p className="u-soft">{t.samplesHelp}</p>
      {order.map((verdict) => {
        const samples = preview.samples.filter((sample) => sample.verdict === verdict);
        if (samples.length === 0) return null;
        return (
          <Section
            key={verdict}
            level={4}
            title={t.verdicts[verdict]}
            count={samples.length}
            defaultExpanded={verdict !== 'new' && verdict !== 'older'}
          >
            {samples.map((sample) => (
              <SampleView
                key={`${sample.table}/${sample.id}`}
                sample={sample}
                packImport={packImport}
              />
            ))}
          </Section>
        );
      })}
    </div>
  );
}

function SampleView({
  sample,
  packImport,
}: {
  readonly sample: Sample;
  readonly packImport: PackImport;
}) {
  const t = useText().exchange;
  const lang = useLang();
  const side: Side = packImport.decisions[sample.id] ?? packImport.conflicts;
  const isConflict = sample.verdict === 'conflicting';
  const isNew = sample.verdict === 'new';
  return (
    <article className="exchange-sample">
      <header>
        <h5>
          <span className="u-faint">{tableWords(lang, sample.table)}</span>{' '}
          <bdi>{sample.title}</bdi>
        </h5>
        {isConflict ? (
          <Segmented
            label={t.decide(sample.title)}
            isLabelHidden
            value={side}
            options={[
              { value: 'ours' as const, label: t.ours },
              { value: 'theirs' as const, label: t.theirs },
            ]}
            onChange={(next) => packImport.decide(sample.id, next)}
          />
        ) : null}
      </header>
      {sample.fields.length === 0 ? null : (
        <table className="exchange-table">
          <thead>
            <tr>
              <th scope="col">{t.field}</th>
              {isNew ? null : <th scope="col">{t.ourValue}</th>}
              <th scope="col">{t.theirValue}</th>
            </tr>
          </thead>
          <tbody>
            {sample.fields.map(({ field, ours, theirs, isAsked }) => (
              <tr key={field}>
                <th scope="row">{fieldWords(lang, sample.table, field)}</th>
                {isNew ? null : (
                  <td className={isAsked && side === 'ours' ? 'exchange-taken' : ''}>
                    <bdi>{valueWords(lang, sample.table, field, ours)}</bdi>
                  </td>
                )}
                <td
                  className={isConflict && (!isAsked || side === 'theirs') ? 'exchange-taken' : ''}
                >
                  <bdi>{valueWords(lang, sample.table, field, theirs)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </article>
  );
}
