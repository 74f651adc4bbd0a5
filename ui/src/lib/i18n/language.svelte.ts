// Which language the texts are in. Reading it in a component makes the component follow it.
let code = $state("en");

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

/** The direction of writing of a language. */
export function directionOf(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(language.split("-")[0] ?? "") ? "rtl" : "ltr";
}

export const language = {
  get code(): string {
    return code;
  },
  set code(chosen: string) {
    code = chosen;
  },
};
