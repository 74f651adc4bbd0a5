import { readdirSync, readFileSync } from "node:fs";
import { parse, type Entry } from "@fluent/syntax";
import { afterEach, describe, expect, test } from "vitest";
import { known, languages, list, sentenceOf, t, write } from "./index";
import { directionOf, language } from "./language.svelte";
import { PSEUDO } from "./pseudo";

const LOCALES = "../src-tauri/locales";

/** The variables that an entry names, and the functions that it calls. */
function names(node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node !== "object" || node === null) return found;
  const { type, id } = node as { type?: string; id?: { name: string } };
  if (type === "VariableReference") found.add(`$${id?.name}`);
  if (type === "FunctionReference") found.add(`${id?.name}()`);
  for (const value of Object.values(node)) names(value, found);
  return found;
}

function entries(code: string): Entry[] {
  const folder = `${LOCALES}/${code}/window`;
  return readdirSync(folder).flatMap(
    (name) => parse(readFileSync(`${folder}/${name}`, "utf8"), { withSpans: false }).body,
  );
}

/** Each message's name with the variables and functions that it uses. */
function shapes(code: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of entries(code)) {
    if (entry.type === "Junk") throw new Error(`${code}: ${entry.content}`);
    if (entry.type !== "Message") continue;
    if (found.has(entry.id.name)) throw new Error(`${code}: ${entry.id.name} is there twice`);
    found.set(entry.id.name, [...names(entry.value)].sort().join(" "));
  }
  return found;
}

/** A sentence without the isolates around what was put in. */
function bare(text: string): string {
  return text.replace(/[\u2068\u2069]/g, "").replaceAll("\u00a0", " ");
}

function inEach(say: () => string): string[] {
  return ["en", "de"].map((code) => {
    language.code = code;
    return bare(say());
  });
}

afterEach(() => {
  language.code = "en";
});

describe("messages", () => {
  const english = shapes("en");

  test("english_messages_are_many", () => {
    expect(english.size).toBeGreaterThan(1000);
  });

  test.each(languages.filter((code) => code !== "en"))(
    "%s_has_the_messages_of_english_with_the_same_variables",
    (code) => {
      expect(Object.fromEntries(shapes(code))).toEqual(Object.fromEntries(english));
    },
  );

  test("message_without_a_use_is_deleted", () => {
    const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
      (name) => /\.(svelte|ts)$/.test(name) && !name.includes("i18n/messages"),
    );
    const source = files.map((name) => readFileSync(`src/${name}`, "utf8")).join("\n");
    // Names that are put together, as in t(`verdict-${answer}`), known("reason-", code) and list("steps").
    const prefixes = [
      ...[...source.matchAll(/t\(\s*`([a-z-]+-)\$\{/g)],
      ...[...source.matchAll(/known\(\s*"([a-z-]+-)"/g)],
      ...[...source.matchAll(/list\("([a-z-]+)"/g)],
    ].map((found) => found[1] ?? "");
    const unused = [...english.keys()].filter(
      (id) => !source.includes(`"${id}"`) && !prefixes.some((prefix) => id.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });
});

describe("language", () => {
  test("texts_follow_a_change_of_language", () => {
    const [english, german] = inEach(() => t("what-to-do"));
    expect(english).toBe("What to do");
    expect(german).not.toBe(english);
  });

  test("unknown_language_is_english", () => {
    language.code = "xx";
    expect(t("what-to-do")).toBe("What to do");
  });

  test("unknown_code_has_no_sentence", () => {
    expect(known("verdict-", "found")).not.toBeNull();
    expect(known("verdict-", "toString")).toBeNull();
    expect(known("desk-contact-", "contact.name")).toBe(t("desk-contact-contact_name"));
  });

  test("failure_has_its_sentence", () => {
    expect(sentenceOf("disk_full")).toContain("disk is full");
  });

  test("list_ends_with_its_last_sentence", () => {
    expect(list("audit-how-to-steps")).toHaveLength(5);
    expect(bare(list("audit-end-steps", { file: "a.csv", locked: true })[0] ?? "")).toBe(
      "Delete the export (a.csv): it holds all your passwords.",
    );
  });

  test("value_put_in_is_isolated", () => {
    expect(t("open-steps-of", { title: "שלום" })).toBe("From: \u2068שלום\u2069");
  });

  test("made_up_language_is_longer_accented_and_right_to_left", () => {
    language.code = PSEUDO;
    expect(t("what-to-do")).toBe("Wháttt töö döö");
    expect(bare(t("open-steps-of", { title: "Forum" }))).toMatch(/ Forum$/);
    expect(directionOf(PSEUDO)).toBe("rtl");
    expect(directionOf("de-CH")).toBe("ltr");
  });
});

describe("numbers, days and spans of time", () => {
  test.each([
    [0, "0 logins", "0 Zugänge"],
    [1, "1 login", "1 Zugang"],
    [2, "2 logins", "2 Zugänge"],
    [1234567, "1,234,567 logins", "1.234.567 Zugänge"],
  ])("count_of_%i_has_its_plural", (n, en, de) => {
    expect(inEach(() => t("audit-total", { n }))).toEqual([en, de]);
  });

  test.each([
    [0, "0 bytes", "0 Byte"],
    [1, "1 byte", "1 Byte"],
    [999, "999 bytes", "999 Byte"],
    [1500, "1.5 kB", "1,5 kB"],
    [123_400_000, "123 MB", "123 MB"],
    [9_960_000_000, "10 GB", "10 GB"],
  ])("size_of_%i_bytes_is_rounded", (n, en, de) => {
    expect(inEach(() => write.bytes(n))).toEqual([en, de]);
  });

  test.each([
    [1, "no time at all", "so gut wie keine Zeit"],
    [2, "about 2 seconds", "etwa 2 Sekunden"],
    [60, "about 1 minute", "etwa 1 Minute"],
    [7200, "about 2 hours", "etwa 2 Stunden"],
    [86400, "about 1 day", "etwa 1 Tag"],
    [31536000, "about 1 year", "etwa 1 Jahr"],
    [3153600000, "more than a hundred years", "mehr als hundert Jahre"],
  ])("duration_of_%i_seconds_has_its_unit", (n, en, de) => {
    expect(inEach(() => write.duration(n))).toEqual([en, de]);
  });

  test.each([
    [1, "1 minute", "1 Minute"],
    [89, "89 minutes", "89 Minuten"],
    [90, "1 hour 30 minutes", "1 Stunde 30 Minuten"],
    [117, "2 hours", "2 Stunden"],
    [120, "2 hours", "2 Stunden"],
  ])("span_of_%i_minutes_is_spelled", (n, en, de) => {
    expect(inEach(() => write.minutes(n))).toEqual([en, de]);
  });

  test("share_is_rounded_down_and_written_by_the_rules_of_the_language", () => {
    expect(inEach(() => write.percent(0.999))).toEqual(["99%", "99 %"]);
    expect(inEach(() => t("settings-home-transfer", { done: 1, total: 0 }))[0]).toBe("A list is being downloaded: 0%.");
  });

  test("date_without_time_is_the_same_day_in_each_zone", () => {
    expect(inEach(() => write.day("2026-03-01"))).toEqual(["1 March 2026", "1. März 2026"]);
    expect(write.day("some day")).toBe("some day");
  });
});
