import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

/** Refuses imports from a higher tier: lib, then features, then app. */
function tier(folder, higher) {
  const group = higher.map((name) => `**/${name}/**`);
  const message = `src/${folder} may not import from ${higher.map((name) => `src/${name}`).join(", ")}.`;
  return {
    files: [`src/${folder}/**/*.{ts,svelte}`],
    rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns: [{ group, message }] }] },
  };
}

export default ts.config(
  { ignores: ["dist/", "src/lib/contract.ts"] },
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: [".svelte"] },
    },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: ["**/*.svelte"],
    rules: {
      // ESLint sees no types of other components, of snippets and of templates; svelte-check does.
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      // A space between two blocks is written as {" "}, which Prettier cannot move.
      "svelte/no-useless-mustaches": "off",
    },
  },
  tier("lib", ["features", "app"]),
  tier("features", ["app"]),
  {
    files: ["*.js"],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: globals.node, parserOptions: { projectService: false } },
  },
);
