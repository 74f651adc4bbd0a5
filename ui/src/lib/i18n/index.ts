// The texts in the language that was chosen. Another one is a Translation: what it lacks is shown in English.
import type { ErrorCode } from "../contract";
import { de } from "./de";
import { en, type Messages } from "./en";
import { language } from "./language.svelte";
import { complete } from "./translation";

const languages: Readonly<Record<string, Messages>> = { en, de: complete(en, de) };

function chosen(): Messages {
  return languages[language.code] ?? en;
}

/** Each text is looked up when it is used, so that a page follows a change of language at once. */
export const m: Messages = new Proxy(en, { get: (_, key) => Reflect.get(chosen(), key) as unknown });

/** The text for a code; null for a code that this version does not know. */
export function known(texts: Readonly<Record<string, string>>, code: string): string | null {
  return Object.hasOwn(texts, code) ? (texts[code] ?? null) : null;
}

/** What a failure means and what to do next. A code without a sentence does not compile. */
export function sentenceOf(code: ErrorCode): string {
  const sentences: Record<ErrorCode, string> = { ...m.errors, ...m.who.trouble };
  return sentences[code];
}
