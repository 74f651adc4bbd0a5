// Numbers, sizes, days and spans of time as people say them in English.

export const number = new Intl.NumberFormat("en-GB");
// A date without a time is read as midnight in UTC, so it is written in UTC too, or the Americas would see the day before.
export const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
export const today = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" });
export const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });

export function count(n: number, one: string, many: string): string {
  return `${number.format(n)} ${n === 1 ? one : many}`;
}

/** Sizes of files as people say them. */
export function bytes(n: number): string {
  const units: [number, string][] = [
    [1e9, "GB"],
    [1e6, "MB"],
    [1e3, "kB"],
  ];
  for (const [unit, name] of units) {
    if (n >= unit) return `${number.format(n >= 100 * unit ? Math.round(n / unit) : Math.round((n / unit) * 10) / 10)} ${name}`;
  }
  return count(n, "byte", "bytes");
}

export function percent(done: number, total: number): string {
  return `${total > 0 ? Math.floor((done / total) * 100) : 0} %`;
}

export function duration(seconds: number): string {
  if (seconds < 2) return "no time at all";
  const units: [number, number, string][] = [
    [60, 1, "second"],
    [3600, 60, "minute"],
    [86400, 3600, "hour"],
    [2592000, 86400, "day"],
    [31536000, 2592000, "month"],
    [3153600000, 31536000, "year"],
  ];
  for (const [below, unit, name] of units) {
    if (seconds < below) return `about ${count(Math.max(1, Math.round(seconds / unit)), name, `${name}s`)}`;
  }
  return "more than a hundred years";
}

/** Minutes as people say them. */
export function spell(minutes: number): string {
  if (minutes < 90) return count(minutes, "minute", "minutes");
  const hours = Math.floor(minutes / 60);
  const rest = Math.round((minutes % 60) / 10) * 10;
  if (rest === 60) return count(hours + 1, "hour", "hours");
  return rest === 0 ? count(hours, "hour", "hours") : `${count(hours, "hour", "hours")} ${rest} minutes`;
}
