import { afterEach, describe, expect, test } from "vitest";
import { de } from "./de";
import { en } from "./en";
import { known, m } from "./index";
import { language } from "./language.svelte";
import { complete } from "./translation";
import * as german from "./words-de";
import * as english from "./words";

/** Path of each text to the number of its parameters; null for a text without any. */
function shapes(texts: object, path = ""): Map<string, number | null> {
  const found = new Map<string, number | null>();
  for (const [key, text] of Object.entries(texts) as [string, unknown][]) {
    const here = path === "" ? key : `${path}.${key}`;
    if (typeof text === "function") found.set(here, text.length);
    else if (typeof text === "object" && text !== null && !Array.isArray(text))
      for (const [inner, shape] of shapes(text, here)) found.set(inner, shape);
    else found.set(here, null);
  }
  return found;
}

afterEach(() => {
  language.code = "en";
});

describe("catalogues", () => {
  const [first, second] = [shapes(en), shapes(de)];

  test("german_has_every_key_of_english_and_no_other", () => {
    expect(first.size).toBeGreaterThan(400);
    expect([...second.keys()].sort()).toEqual([...first.keys()].sort());
  });

  test("german_texts_take_no_parameter_that_english_lacks", () => {
    const more = [...second].filter(([key, count]) => (count ?? 0) > (first.get(key) ?? 0));
    expect(more).toEqual([]);
  });

  test("no_text_is_empty", () => {
    const empty = (texts: object): string[] =>
      Object.entries(texts).flatMap(([key, text]: [string, unknown]) =>
        typeof text === "object" && text !== null ? empty(text) : text === "" ? [key] : [],
      );
    expect(empty(en)).toEqual([]);
    expect(empty(de)).toEqual([]);
  });

  test("missing_translation_is_shown_in_english", () => {
    expect(complete(en, {}).errors).toEqual(en.errors);
  });
});

describe("language", () => {
  test("texts_follow_a_change_of_language", () => {
    expect(m.whatToDo).toBe(en.whatToDo);
    language.code = "de";
    expect(m.whatToDo).toBe(de.whatToDo);
    expect(de.whatToDo).not.toBe(en.whatToDo);
  });

  test("unknown_language_is_english", () => {
    language.code = "xx";
    expect(m.whatToDo).toBe(en.whatToDo);
  });

  test("inherited_name_is_not_a_known_code", () => {
    expect(known({ a: "A" }, "a")).toBe("A");
    expect(known({ a: "A" }, "b")).toBeNull();
    expect(known({ a: "A" }, "toString")).toBeNull();
  });
});

describe("numbers and spans of time", () => {
  test.each([
    [0, "0 files", "0 Dateien"],
    [1, "1 file", "1 Datei"],
    [2, "2 files", "2 Dateien"],
    [1234567, "1,234,567 files", "1.234.567 Dateien"],
  ])("count_of_%i_has_its_plural", (n, en, de) => {
    expect(english.count(n, "file", "files")).toBe(en);
    expect(german.count(n, "Datei", "Dateien")).toBe(de);
  });

  test.each([
    [0, "0 bytes", "0 Byte"],
    [1, "1 byte", "1 Byte"],
    [999, "999 bytes", "999 Byte"],
    [1500, "1.5 kB", "1,5 kB"],
    [123_400_000, "123 MB", "123 MB"],
    [9_960_000_000, "10 GB", "10 GB"],
  ])("size_of_%i_bytes_is_rounded", (n, en, de) => {
    expect(english.bytes(n)).toBe(en);
    expect(german.bytes(n)).toBe(de);
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
    expect(english.duration(n)).toBe(en);
    expect(german.duration(n)).toBe(de);
  });

  test.each([
    [1, "1 minute", "1 Minute"],
    [89, "89 minutes", "89 Minuten"],
    [90, "1 hour 30 minutes", "1 Stunde 30 Minuten"],
    [117, "2 hours", "2 Stunden"],
    [120, "2 hours", "2 Stunden"],
  ])("span_of_%i_minutes_is_spelled", (n, en, de) => {
    expect(english.spell(n)).toBe(en);
    expect(german.spell(n)).toBe(de);
  });

  test("share_of_nothing_is_zero_percent", () => {
    expect(english.percent(1, 0)).toBe("0 %");
    expect(english.percent(999, 1000)).toBe("99 %");
    expect(german.percent(1, 2)).toBe("50 %");
  });

  test("date_without_time_is_the_same_day_in_each_zone", () => {
    expect(english.day.format(new Date("2026-03-01"))).toBe("1 March 2026");
    expect(german.day.format(new Date("2026-03-01"))).toBe("1. März 2026");
  });
});
