// The language in use. A second one is another object of type Messages: it must have each text and each code of the first.
import { en, type Messages } from "./en";

const languages = { en } satisfies Record<string, Messages>;

export const m: Messages = languages.en;

/** The text for a code; null for a code that this version does not know. */
export function known(texts: Readonly<Record<string, string>>, code: string): string | null {
  return Object.hasOwn(texts, code) ? (texts[code] ?? null) : null;
}
