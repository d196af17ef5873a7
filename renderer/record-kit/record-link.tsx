import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { type OpenTable, open } from '../state/app-store.ts';
import './record-link.css';

interface TextButtonProps {
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A button that reads as part of the text: it wraps like words and is coloured like a link. */
export function TextButton({ onPress, children }: TextButtonProps) {
  return (
    <Button className="text-button" onPress={onPress}>
      {children}
    </Button>
  );
}

interface RecordLinkProps {
  readonly table: OpenTable;
  readonly id: string;
  readonly children: ReactNode;
}

/** The name of a record; pressing it opens the record. */
export function RecordLink({ table, id, children }: RecordLinkProps) {
  return <TextButton onPress={() => void open(table, id)}>{children}</TextButton>;
}
