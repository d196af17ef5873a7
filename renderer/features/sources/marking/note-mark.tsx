import { useState } from 'react';
import { newId } from '../../../../shared/lib/ids.ts';
import { NoteEditor } from '../../../record-kit/note-editor.tsx';
import { useText } from '../../../text/index.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import type { MarkSeat } from './mark-seat.ts';
import { passageOp } from './quote.ts';
import { QuoteBlock } from './quote-block.tsx';

interface Props extends MarkSeat {
  /** The passage that the note is on, when it is there already. */
  readonly passageId: string | undefined;
}

/** The analyst's note on the marked words. */
export function NoteMark({ marked, passageId, onClose, onDone }: Props) {
  const words = useText().sources.marking;
  const [fresh] = useState(newId);
  const id = passageId ?? fresh;
  return (
    <Dialog isOpen onClose={onClose} title={words.titles.note} size="m">
      <div className="marking-note">
        <QuoteBlock {...marked} />
        <NoteEditor
          table="passage"
          id={id}
          tlp={marked.source.tlp}
          before={passageId === undefined ? [passageOp(marked, id, undefined)] : []}
          onClose={onClose}
          onSaved={() => onDone({})}
        />
      </div>
    </Dialog>
  );
}
