import { markWords } from '../../shared/report/marks.ts';

/** Text with the numbers of the sources it rests on: `200 soldiers [1, 3]`. */
export interface Run {
  readonly text: string;
  readonly marks: readonly number[];
}

interface MarksProps {
  readonly marks: readonly number[];
  /** In a narrow cell the figure stays whole and its marks may go to the next line. */
  readonly mayWrap?: boolean | undefined;
}

export function Marks({ marks, mayWrap = false }: MarksProps) {
  if (marks.length === 0) return null;
  const words = `[${markWords(marks)}]`;
  return mayWrap ? (
    <>
      {' '}
      <span className="report-marks">{words}</span>
    </>
  ) : (
    <span className="report-marks">&nbsp;{words}</span>
  );
}

export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map((run, index) => {
    // an end such as "; " goes behind the marks
    const [, body = run.text, end = ''] = /^(.*?)([;,.]?\s*)$/s.exec(run.text) ?? [];
    const hasMarks = run.marks.length > 0;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs never move within one document
      <span key={index}>
        <bdi>{hasMarks ? body : run.text}</bdi>
        <Marks marks={run.marks} />
        {hasMarks ? end : ''}
      </span>
    );
  });
}
