import {
  type PackPreview,
  type PackSample,
  packVerdicts,
} from '../../../shared/contract/exchange-calls.ts';
import type { Side } from '../../../shared/contract/pack-decisions.ts';
import { tableWords } from '../../text/field-words.ts';
import { useFormat, useLang, useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { totalsOf } from './preview-totals.ts';
import { SampleFields } from './sample-fields.tsx';
import type { PackImport } from './use-pack-import.ts';

/** Some records of each verdict with what both sides say; conflicts come first and are decided here. */
export function SampleRecords({
  preview,
  packImport,
}: {
  readonly preview: PackPreview;
  readonly packImport: PackImport;
}) {
  const t = useText().exchange;
  const f = useFormat();
  if (preview.samples.length === 0) return null;
  const { conflicting } = totalsOf(preview);
  const left = conflicting - packImport.asked.length;
  const order = [...packVerdicts].reverse();
  return (
    <div className="exchange-samples">
      <h3>{t.samples}</h3>
      <p className="u-soft">{t.samplesHelp}</p>
      {order.map((verdict) => {
        const isAsked = verdict === 'conflicting';
        const samples = isAsked
          ? packImport.asked
          : preview.samples.filter((sample) => sample.verdict === verdict);
        if (samples.length === 0) return null;
        return (
          <Section
            key={verdict}
            level={4}
            title={t.verdicts[verdict]}
            count={isAsked ? conflicting : samples.length}
            defaultExpanded={verdict !== 'new' && verdict !== 'older'}
          >
            {samples.map((sample) => (
              <SampleView
                key={`${sample.table}/${sample.id}`}
                sample={sample}
                packImport={packImport}
              />
            ))}
            {isAsked && left > 0 ? (
              <Button onPress={packImport.readMore} isPending={packImport.isReadingMore}>
                {t.moreConflicts(f.number(left))}
              </Button>
            ) : null}
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
  readonly sample: PackSample;
  readonly packImport: PackImport;
}) {
  const t = useText().exchange;
  const lang = useLang();
  const units = [...new Set(sample.fields.filter((one) => one.isAsked).map(({ unit }) => unit))];
  const [first, ...others] = units.map((unit) => packImport.answerOf(sample, unit));
  const isOneAnswer = typeof first === 'string' && others.every((other) => other === first);
  return (
    <article className="exchange-sample">
      <header>
        <h5>
          <span className="u-faint">{tableWords(lang, sample.table)}</span>{' '}
          <bdi>{sample.title}</bdi>
        </h5>
        {units.length > 1 ? (
          <Segmented<Side>
            label={t.decide(sample.title)}
            isLabelHidden
            value={isOneAnswer ? first : undefined}
            options={[
              { value: 'ours', label: t.oursAll },
              { value: 'theirs', label: t.theirsAll },
            ]}
            onChange={(next) => packImport.decide(sample.id, units, next)}
          />
        ) : null}
      </header>
      {sample.fields.length === 0 ? null : <SampleFields sample={sample} packImport={packImport} />}
    </article>
  );
}
