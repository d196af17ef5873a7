/**
 * One call at a time: what is asked meanwhile waits, and only the newest of it is asked; those before it
 * get its answer. For costly reads behind fields that are typed in.
 */
export function newestOnly<A, R>(ask: (args: A) => Promise<R>): (args: A) => Promise<R> {
  let running: Promise<unknown> | undefined;
  let waiting: { args: A; readonly answer: Promise<R> } | undefined;
  function begin(args: A): Promise<R> {
    const asked = ask(args);
    running = asked;
    const over = () => {
      if (running === asked) running = undefined;
    };
    asked.then(over, over);
    return asked;
  }
  return (args) => {
    if (waiting !== undefined) {
      waiting.args = args;
      return waiting.answer;
    }
    if (running === undefined) return begin(args);
    const next = () => {
      const newest = waiting?.args ?? args;
      waiting = undefined;
      return begin(newest);
    };
    const answer = running.then(next, next);
    waiting = { args, answer };
    return answer;
  };
}
