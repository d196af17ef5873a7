import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Sheet } from '../../shared/report/paper.ts';
import { type PagedCopy, pagedCopy } from './paged-copy.ts';

/**
 * Breaks what `measured` shows into pages, again after each change of it. `flow` is where the copy is
 * laid out, unseen. Undefined until the first is made.
 */
export function usePagedCopy(
  measured: RefObject<HTMLElement | null>,
  flow: RefObject<HTMLElement | null>,
  sheet: Sheet,
): PagedCopy | undefined {
  const [pages, setPages] = useState<PagedCopy>();
  useLayoutEffect(() => {
    const box = measured.current;
    const host = flow.current;
    if (box === null || host === null) return undefined;
    let asked = 0;
    const make = () => {
      const article = box.querySelector<HTMLElement>('.report');
      if (article !== null) setPages(pagedCopy(article, host, sheet));
    };
    const later = () => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(make);
    };
    make();
    // words and pictures change in place; letters that come late change sizes only
    const changes = new MutationObserver(later);
    changes.observe(box, { subtree: true, childList: true, attributes: true, characterData: true });
    const sizes = new ResizeObserver(later);
    sizes.observe(box);
    return () => {
      cancelAnimationFrame(asked);
      changes.disconnect();
      sizes.disconnect();
    };
  }, [measured, flow, sheet]);
  return pages;
}
