// Which language the texts are in. Reading it in a component makes the component follow it.
let code = $state("en");

export const language = {
  get code(): string {
    return code;
  },
  set code(chosen: string) {
    code = chosen;
  },
};
