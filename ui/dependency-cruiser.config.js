/**
 * No file imports itself through others. In TypeScript files `import type` counts too. A component may show itself,
 * as a list in a list does.
 */
export default {
  forbidden: [
    {
      name: "no-cycle",
      severity: "error",
      from: { path: "^(.+)$" },
      to: { circular: true, pathNot: "^$1$" },
    },
    // What is not resolved would be missing in the graph.
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "svelte", "types"] },
  },
};
