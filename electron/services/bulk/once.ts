/** A function of a text that works each answer out once. */
export function once<V>(work: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as V;
    const made = work(text);
    known.set(text, made);
    return made;
  };
}
