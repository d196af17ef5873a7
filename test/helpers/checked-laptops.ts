/** Laptops for the tests of a file: after each test their cases are found sound, and closed. */
import { afterEach, expect } from 'vitest';
import { checkCase } from '../../electron/services/check.ts';
import { type Laptop, laptop } from './laptops.ts';

/** Answers what begins another one, as `laptop` does. */
export function checkedLaptops(): typeof laptop {
  const open: Laptop[] = [];
  afterEach(() => {
    for (const each of open.splice(0)) {
      expect(checkCase(each.session).problems).toEqual([]);
      each.close();
    }
  });
  return (...args) => {
    const made = laptop(...args);
    open.push(made);
    return made;
  };
}
