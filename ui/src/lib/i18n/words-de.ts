// Zahlen, Größen, Tage und Zeitspannen, wie man sie auf Deutsch sagt.

export const number = new Intl.NumberFormat("de-DE");
// A date without a time is read as midnight in UTC, so it is written in UTC too.
export const day = new Intl.DateTimeFormat("de-DE", { dateStyle: "long", timeZone: "UTC" });
export const today = new Intl.DateTimeFormat("de-DE", { dateStyle: "long" });
export const moment = new Intl.DateTimeFormat("de-DE", { dateStyle: "long", timeStyle: "short" });

export function count(n: number, one: string, many: string): string {
  return `${number.format(n)} ${n === 1 ? one : many}`;
}

export function duration(seconds: number): string {
  if (seconds < 2) return "so gut wie keine Zeit";
  const units: [number, number, string, string][] = [
    [60, 1, "Sekunde", "Sekunden"],
    [3600, 60, "Minute", "Minuten"],
    [86400, 3600, "Stunde", "Stunden"],
    [2592000, 86400, "Tag", "Tage"],
    [31536000, 2592000, "Monat", "Monate"],
    [3153600000, 31536000, "Jahr", "Jahre"],
  ];
  for (const [below, unit, one, many] of units) {
    if (seconds < below) return `etwa ${count(Math.max(1, Math.round(seconds / unit)), one, many)}`;
  }
  return "mehr als hundert Jahre";
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
  return count(n, "Byte", "Byte");
}

export function percent(done: number, total: number): string {
  return `${total > 0 ? Math.floor((done / total) * 100) : 0} %`;
}

/** Minutes as people say them. */
export function spell(minutes: number): string {
  if (minutes < 90) return count(minutes, "Minute", "Minuten");
  const hours = Math.floor(minutes / 60);
  const rest = Math.round((minutes % 60) / 10) * 10;
  if (rest === 60) return count(hours + 1, "Stunde", "Stunden");
  return rest === 0 ? count(hours, "Stunde", "Stunden") : `${count(hours, "Stunde", "Stunden")} ${rest} Minuten`;
}
