// Another language: the same texts, as far as they are there. What is missing is shown in English, so that a new
// text never waits for its translations; a test says which are missing.
import type { Messages } from "./en";

export type Translation<Texts = Messages> = {
  [Key in keyof Texts]?: Texts[Key] extends string | readonly string[]
    ? Texts[Key]
    : Texts[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Texts[Key] extends (...values: infer Values) => string[]
        ? (...values: Values) => string[]
        : Translation<Texts[Key]>;
};

type Tree = Readonly<Record<string, unknown>>;

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function filled(english: Tree, other: Tree): Tree {
  return Object.fromEntries(
    Object.entries(english).map(([key, text]) => {
      const translated = other[key];
      return [key, isTree(text) && isTree(translated) ? filled(text, translated) : (translated ?? text)];
    }),
  );
}

/** The translation with the English texts where it has none. */
export function complete(english: Messages, translation: Translation): Messages {
  return filled(english, translation) as Messages;
}
