/** The field of a text that the draft's own language has under a plain name: `affects`, `affects_in.de`. */
export function fieldIn(field: string, language: string, original: string): string {
  return language === original ? field : `${field}_in.${language}`;
}
