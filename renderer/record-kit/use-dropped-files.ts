// Files dropped anywhere on the window while something on screen takes them. The topmost taker gets
// them; the page itself never reads a dropped file, it is given tokens by the shell.
import { useEffect, useRef, useState } from 'react';
import { subscribe } from '../api/client.ts';

/** A file chosen or dropped: the page holds a token, never a path. */
export interface GivenFile {
  readonly token: string;
  readonly fileName: string;
}

type Taker = (files: readonly GivenFile[]) => void;

const takers: Taker[] = [];

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** @returns true while files are held over the window and this taker would get them */
export function useDroppedFiles(take: Taker, isEnabled: boolean): boolean {
  const [isOver, setIsOver] = useState(false);
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    if (!isEnabled) return;
    const mine: Taker = (files) => latest.current(files);
    takers.push(mine);
    document.body.setAttribute('data-takes-files', '');
    const isTop = () => takers.at(-1) === mine;
    const over = (event: DragEvent) => {
      if (!hasFiles(event) || !isTop()) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setIsOver(true);
    };
    const leave = (event: DragEvent) => {
      // null: the pointer left the window, not one element of it
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
      setIsOver(false);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    const end = subscribe('files/dropped', ({ files }) => {
      if (isTop()) mine(files);
    });
    return () => {
      end();
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      takers.splice(takers.indexOf(mine), 1);
      if (takers.length === 0) document.body.removeAttribute('data-takes-files');
    };
  }, [isEnabled]);
  return isOver;
}
