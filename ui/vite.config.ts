import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

// Nothing is inlined: the content security policy allows files of our own only.
export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  // The sentences of each language are shared with the program.
  server: { fs: { allow: [".", "../src-tauri/locales"] } },
  build: { outDir: "dist", assetsInlineLimit: 0, target: "safari16", modulePreload: { polyfill: false } },
  test: { environment: "happy-dom", include: ["src/**/*.test.ts"] },
  // Tests run Svelte's browser build, as the window does.
  ...(mode === "test" ? { resolve: { conditions: ["browser"] } } : {}),
}));
