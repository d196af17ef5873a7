/** Memory of this process as the kernel keeps it. Linux only: it forgets the peak when asked to (proc(5), clear_refs). */
import { readFileSync, writeFileSync } from 'node:fs';

/** MB. `VmHWM`: the most since `clearPeak`. */
export function memory(line: 'VmHWM' | 'VmRSS'): number {
  const status = readFileSync('/proc/self/status', 'utf8');
  return Number(new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
}

export function clearPeak(): void {
  writeFileSync('/proc/self/clear_refs', '5');
}
