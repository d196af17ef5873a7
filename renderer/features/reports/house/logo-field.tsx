import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useText } from '../../../text/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { type LogoProblem, logoOf } from './logo-file.ts';

interface Props {
  readonly logo: string | null;
  readonly onChange: (logo: string | null) => void;
}

/** The logo as it is, another one from a file, or none. */
export function LogoField({ logo, onChange }: Props) {
  const words = useText().reports.house;
  const [problem, setProblem] = useState<LogoProblem>();
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    const answer = await logoOf(file);
    setProblem('problem' in answer ? answer.problem : undefined);
    if ('logo' in answer) onChange(answer.logo);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame of its own
    <div className="house-logo" role="group" aria-label={words.logo}>
      <span className="c-field-label">{words.logo}</span>
      <div className="house-logo-row">
        {logo === null ? null : <img src={logo} alt={words.logoNow} />}
        <FileTrigger
          acceptedFileTypes={['image/png', 'image/jpeg', 'image/webp']}
          onSelect={(files) => void choose(files?.[0])}
        >
          <Button>{logo === null ? words.chooseLogo : words.otherLogo}</Button>
        </FileTrigger>
        {logo === null ? null : (
          <Button variant="quiet" onPress={() => onChange(null)}>
            {words.noLogo}
          </Button>
        )}
      </div>
      {problem === undefined ? (
        <p className="c-field-description">{words.logoHelp}</p>
      ) : (
        <Notice tone="bad" title={words.logoWrong[problem]} />
      )}
    </div>
  );
}
