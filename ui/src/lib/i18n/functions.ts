// The functions that a message may call, such as { DAY($when) }: days, spans of time and sizes by the rules of CLDR.
// src-tauri/crates/texts has the same functions for the program. An argument that they cannot read is shown as it is.
import { FluentNumber, type FluentFunction, type FluentValue } from "@fluent/bundle";

/** The messages that a function itself needs; they are in the files of each language. */
type Say = (
  id: "duration-none" | "duration-about" | "duration-centuries" | "hours-and-minutes",
  args: Record<string, string>,
) => string;

export interface Formats {
  number: (n: number) => string;
  /** A date without a time is a day everywhere: it is read and written in UTC. A text that is no date stays as it is. */
  day: (text: string) => string;
  moment: (text: string) => string;
  today: () => string;
  bytes: (n: number) => string;
  duration: (seconds: number) => string;
  minutes: (minutes: number) => string;
  percent: (share: number) => string;
  /** Names one after the other, without a word before the last. */
  listed: (names: readonly string[]) => string;
  /** A language's name in the language of the texts. */
  languageName: (code: string) => string;
}

const SECONDS: readonly [number, number, string][] = [
  [60, 1, "second"],
  [3600, 60, "minute"],
  [86400, 3600, "hour"],
  [2592000, 86400, "day"],
  [31536000, 2592000, "month"],
  [3153600000, 31536000, "year"],
];

const BYTES: readonly [number, string][] = [
  [1e9, "gigabyte"],
  [1e6, "megabyte"],
  [1e3, "kilobyte"],
];

export function formats(locale: string, say: Say): Formats {
  const number = new Intl.NumberFormat(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const today = new Intl.DateTimeFormat(locale, { dateStyle: "long" });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" });
  const shares = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const names = new Intl.ListFormat(locale, { type: "unit", style: "short" });
  const languages = new Intl.DisplayNames([locale], { type: "language" });

  const unit = (n: number, name: string, style: "long" | "short" = "long"): string =>
    new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: style }).format(n);
  const written = (format: Intl.DateTimeFormat, text: string): string => {
    const time = new Date(text);
    return Number.isNaN(time.getTime()) ? text : format.format(time);
  };

  return {
    number: (n) => number.format(n),
    day: (text) => written(days, text),
    moment: (text) => written(moments, text),
    today: () => today.format(new Date()),
    bytes: (n) => {
      const [size, name] = BYTES.find(([size]) => n >= size) ?? [1, "byte"];
      if (size === 1) return unit(n, name);
      return unit(n >= 100 * size ? Math.round(n / size) : Math.round((n / size) * 10) / 10, name, "short");
    },
    duration: (seconds) => {
      if (seconds < 2) return say("duration-none", {});
      const fits = SECONDS.find(([below]) => seconds < below);
      if (fits === undefined) return say("duration-centuries", {});
      const [, size, name] = fits;
      return say("duration-about", { span: unit(Math.max(1, Math.round(seconds / size)), name) });
    },
    minutes: (minutes) => {
      if (minutes < 90) return unit(minutes, "minute");
      const tens = Math.round(minutes / 10);
      const [hours, rest] = [Math.floor(tens / 6), (tens % 6) * 10];
      if (rest === 0) return unit(hours, "hour");
      return say("hours-and-minutes", { hours: unit(hours, "hour"), minutes: unit(rest, "minute") });
    },
    // Rounded down, so that only a whole is 100 %.
    percent: (share) => shares.format(Math.floor(share * 100) / 100),
    listed: (texts) => names.format(texts),
    languageName: (code) => languages.of(code) ?? code,
  };
}

function plain(value: FluentValue | undefined): string | number {
  if (value instanceof FluentNumber) return value.value;
  return typeof value === "string" || typeof value === "number" ? value : "";
}

function ofNumber(format: (n: number) => string): FluentFunction {
  return ([value]) => format(Number(plain(value)));
}

function ofText(format: (text: string) => string): FluentFunction {
  return ([value]) => format(String(plain(value)));
}

/** The functions by the names that messages call them. */
export function functions(format: Formats): Record<string, FluentFunction> {
  return {
    BYTES: ofNumber(format.bytes),
    DAY: ofText(format.day),
    DURATION: ofNumber(format.duration),
    MINUTES: ofNumber(format.minutes),
    MOMENT: ofText(format.moment),
    // A share of 1, or a part and what it is part of.
    PERCENT: ([part, all]) => {
      const whole = all === undefined ? 1 : Number(plain(all));
      return format.percent(whole > 0 ? Number(plain(part)) / whole : 0);
    },
    TODAY: () => format.today(),
  };
}
