import { expect, test } from "vitest";

const files = import.meta.glob<string>("/src/**/*.{ts,svelte}", { query: "?raw", import: "default", eager: true });

/** The file of this project that an import in `from` leads to; null for a package and for a picture. */
function target(from: string, specifier: string): string | null {
  const path = new URL(specifier, `file://${from}`).pathname;
  return [path, `${path}.ts`, `${path}/index.ts`].find((candidate) => candidate in files) ?? null;
}

function importsOf(file: string): string[] {
  const specifiers = [...(files[file] ?? "").matchAll(/(?:from|import|import\()\s*"(\.[^"]+)"/g)].map((hit) => hit[1]);
  return specifiers
    .map((specifier) => (specifier === undefined ? null : target(file, specifier)))
    .filter((found): found is string => found !== null && found !== file);
}

/** The first chain of imports that comes back to a file of its own; null when there is none. */
function cycle(graph: Map<string, string[]>): string[] | null {
  const finished = new Set<string>();
  const walk = (file: string, chain: string[]): string[] | null => {
    if (chain.includes(file)) return [...chain.slice(chain.indexOf(file)), file];
    if (finished.has(file)) return null;
    for (const next of graph.get(file) ?? []) {
      const found = walk(next, [...chain, file]);
      if (found) return found;
    }
    finished.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const found = walk(file, []);
    if (found) return found;
  }
  return null;
}

test("a chain of imports that comes back is found", () => {
  const graph = new Map([
    ["a", ["b"]],
    ["b", ["c"]],
    ["c", ["b"]],
  ]);
  expect(cycle(graph)).toEqual(["b", "c", "b"]);
});

test("imports of the window form no cycle", () => {
  const graph = new Map(Object.keys(files).map((file) => [file, importsOf(file)]));
  expect(graph.get("/src/main.ts")).toEqual(["/src/app/App.svelte"]);
  expect(graph.get("/src/features/walk/Walk.svelte")).toContain("/src/lib/i18n/index.ts");
  expect(cycle(graph)).toBeNull();
});
