import { useEffect } from 'react';

const focusable =
  'a[href],button:not(:disabled),input:not(:disabled),textarea,select,[tabindex]:not([tabindex="-1"])';

/** F6 and Shift+F6 go round the regions of the window: bar, screens, centre, inspector, status. */
export function useRegions(): void {
  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      if (event.key !== 'F6' || document.querySelector('.c-scrim') !== null) return;
      const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
      const current = regions.findIndex((region) => region.contains(document.activeElement));
      const step = event.shiftKey ? -1 : 1;
      for (let turn = 1; turn <= regions.length; turn += 1) {
        const index = (current + step * turn + regions.length * 2) % regions.length;
        const target = [...(regions[index]?.querySelectorAll<HTMLElement>(focusable) ?? [])].find(
          (element) => element.checkVisibility(),
        );
        if (target === undefined) continue;
        event.preventDefault();
        target.focus();
        return;
      }
    }
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, []);
}
