import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { OnlineCode } from "../../lib/contract";
import { language } from "../../lib/i18n/language.svelte";
import { app } from "../../lib/app.svelte";
import { choices } from "./settings.svelte";

function answer(online: OnlineCode, code: string): void {
  mockIPC((command) =>
    command === "settings"
      ? { text_size: 150, language: code, window_title: "Notes", lists: { online, transfer: null, verification: null } }
      : null,
  );
}

beforeEach(() => {
  app.failure = null;
});

afterEach(() => {
  clearMocks();
  language.code = "en";
});

test("settings_set_language_and_text_size_of_the_page", async () => {
  answer("ask_me", "de");
  await choices.read();
  expect(document.documentElement.lang).toBe("de");
  expect(document.documentElement.dataset["textSize"]).toBe("150");
  expect(language.code).toBe("de");
});

test.each<[OnlineCode, boolean | null, boolean | null]>([
  ["never", true, false],
  ["never", null, false],
  ["yes", null, true],
  ["yes", false, false],
  ["ask_me", null, null],
  ["ask_me", true, true],
])("asking_with_%s_and_said_%s_is_%s", async (online, said, expected) => {
  answer(online, "en");
  await choices.read();
  expect(choices.mayAsk(said)).toBe(expected);
});
