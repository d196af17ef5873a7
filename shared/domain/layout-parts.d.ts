// The inner steps of the layout packages, which their own declarations leave out: the packages' workers
// are made of strings, which the page forbids, so ours calls the steps itself.
declare module 'graphology-layout-forceatlas2/iterate.js' {
  /** One round. Ten numbers a node, three an edge; see the package's helpers. Writes to `nodes`. */
  function iterate(
    settings: Readonly<Record<string, number | boolean>>,
    nodes: Float32Array,
    edges: Float32Array,
  ): unknown;

  // biome-ignore lint/style/noDefaultExport: the package has no other
  export { iterate as default };
}

declare module 'graphology-layout-noverlap/iterate.js' {
  /** One round. x, y and size a node. Writes to `nodes`. */
  function iterate(
    settings: Readonly<Record<string, number>>,
    nodes: Float32Array,
  ): { readonly converged: boolean };

  // biome-ignore lint/style/noDefaultExport: the package has no other
  export { iterate as default };
}
