import { errorWords } from '../../text/error-words.ts';
import { useText } from '../../text/index.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { takeStored, useIncidentEditor } from './editor-store.ts';

/** Why the form was not saved. What was typed stays in every case. */
export function FormRefusal({ onOverwrite }: { readonly onOverwrite: () => void }) {
  const t = useText();
  const words = t.incidents.form;
  const refusal = useIncidentEditor((state) => state.refusal);
  const problems = useIncidentEditor((state) => state.problems);
  if (refusal?.code === 'record/changed') {
    return (
      <Notice
        tone="warn"
        title={words.changedTitle}
        actions={
          <>
            <Button onPress={() => void takeStored()}>{words.reload}</Button>
            <Button onPress={onOverwrite}>{words.overwrite}</Button>
          </>
        }
      >
        {words.changedText}
      </Notice>
    );
  }
  if (refusal !== undefined) {
    const { title, next } = errorWords(t, refusal);
    return (
      <Notice tone="bad" title={words.failed}>
        {title} {next}
      </Notice>
    );
  }
  if (Object.keys(problems).length > 0) return <Notice tone="bad">{words.problems}</Notice>;
  return null;
}
