// The language in use. A second one is another object of type Messages.
import { en, type Messages } from "./en";

export const m: Messages = en;

/** The sentence for a code, or the one for what we did not foresee. */
export function sentence(texts: Record<string, string>, code: string): string {
  return texts[code] ?? m.errors["request"] ?? code;
}
