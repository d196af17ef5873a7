// The file whose text is read into a source's form: read in the engine, can be stopped.
import { useEffect, useRef, useState } from 'react';
import type { ReadSourceFile } from '../../../shared/contract/source-file-calls.ts';
import { asAppError, call } from '../../api/client.ts';
import type { GivenFile } from '../../record-kit/use-dropped-files.ts';
import { notifyError } from '../../state/app-store.ts';

export interface SourceFile extends GivenFile {
  /** Undefined while it is read. */
  readonly read: ReadSourceFile | undefined;
}

interface Reading {
  readonly file: SourceFile | undefined;
  readonly start: (file: GivenFile) => void;
  readonly stop: () => void;
}

/** @param onRead receives what the file gives, once; not when the reading was stopped */
export function useSourceFile(
  first: GivenFile | undefined,
  onRead: (read: ReadSourceFile) => void,
): Reading {
  const [file, setFile] = useState<SourceFile>();
  const latest = useRef(onRead);
  latest.current = onRead;
  const current = useRef<string>(undefined);

  function start(given: GivenFile): void {
    if (current.current !== undefined) void call('source/cancel-read', { token: current.current });
    current.current = given.token;
    setFile({ ...given, read: undefined });
    call('source/read-text', { token: given.token }).then(
      (read) => {
        if (current.current !== given.token) return;
        setFile({ ...given, read });
        latest.current(read);
      },
      (error: unknown) => {
        if (current.current === given.token) setFile(undefined);
        if (asAppError(error).code !== 'call/cancelled') notifyError(error);
      },
    );
  }

  const firstToken = first?.token;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the file given at first is read once
  useEffect(() => {
    if (first !== undefined) start(first);
    return () => {
      const token = current.current;
      current.current = undefined;
      if (token !== undefined) void call('source/cancel-read', { token }).catch(() => undefined);
    };
  }, [firstToken]);

  return {
    file,
    start,
    stop: () => {
      if (file !== undefined) void call('source/cancel-read', { token: file.token });
    },
  };
}
