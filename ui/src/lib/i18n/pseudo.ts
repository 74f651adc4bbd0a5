// A made-up language for tests: accented and longer by a third, so that a screen which cuts texts or has one of its own
// is seen, and written from right to left.
export const PSEUDO = "ar-XB";

const ACCENTED: Readonly<Record<string, string>> = {
  a: "á", c: "ç", e: "é", g: "ğ", i: "í", n: "ñ", o: "ö", s: "š", u: "ü", y: "ý", z: "ž",
  A: "Á", C: "Ç", E: "É", G: "Ğ", I: "Í", N: "Ñ", O: "Ö", S: "Š", U: "Ü", Y: "Ý", Z: "Ž",
}; // prettier-ignore

/** The text with accents, and each word's last letter again until it is a third longer. */
export function pseudo(text: string): string {
  return text.replace(/[A-Za-z]+/g, (word) => {
    const letters = [...word].map((letter) => ACCENTED[letter] ?? letter);
    const last = letters.at(-1) ?? "";
    return letters.join("") + last.repeat(Math.ceil(word.length / 3));
  });
}
