import { useEffect, useState } from 'react';
import type { ReportDocument } from '../../../shared/report/document.ts';
import type { ReportSection } from './section-changes.ts';

const none: readonly ReportSection[] = [];

/** The sections last built under a key: they stay, with the keyboard on them, while it is built anew. */
export function useSections(
  built: ReportDocument | undefined,
  key: string,
): readonly ReportSection[] {
  const [held, setHeld] = useState({ key: '', sections: none });
  useEffect(() => {
    if (built !== undefined) setHeld({ key, sections: built.sections });
  }, [built, key]);
  return built?.sections ?? (held.key === key ? held.sections : none);
}
