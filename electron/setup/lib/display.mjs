// @ts-check
// A screen to draw on: the user's, or a virtual one that lives as long as we do.
import { spawn } from 'node:child_process';
import { atEnd } from './group.mjs';
import { SetupError } from './report.mjs';

/** @returns {boolean} whether windows can be shown to somebody */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * Starts Xvfb on a number it picks itself, so that two runs never collide.
 * @returns {Promise<{env: Record<string, string>, stop: () => void}>}
 * @throws {SetupError} when there is no Xvfb
 */
export function startVirtualDisplay() {
  return new Promise((resolve, reject) => {
    const screen = ['-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-displayfd', '3'];
    const child = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr?.on('data', (chunk) => {
      errors += String(chunk);
    });
    const stop = () => {
      child.kill();
    };
    const forget = atEnd(stop);
    child.on('error', () => reject(new SetupError('Xvfb, the virtual display, is not installed.')));
    child.on('exit', () => {
      forget();
      reject(new SetupError('Xvfb, the virtual display, did not start.', errors.slice(-2000)));
    });
    child.stdio[3]?.on('data', (chunk) => {
      const number = String(chunk).trim();
      if (number !== '') resolve({ env: { DISPLAY: `:${number}` }, stop });
    });
  });
}
