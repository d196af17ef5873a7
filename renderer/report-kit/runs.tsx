/** Text with the numbers of the sources it rests on: `200 soldiers [1, 3]`. */
export interface Run {
  readonly text: string;
  readonly marks: readonly number[];
}

export function Marks({ marks }: { readonly marks: readonly number[] }) {
  if (marks.length === 0) return null;
  return <span className="report-marks">&nbsp;[{marks.join(', ')}]</span>;
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
