// The sentences of the window: Fluent messages from src-tauri/locales, in the language that was chosen.
// A new language is a folder there. A test wants every message in every language; English stands in for nothing but a code
// that is newer than the texts.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { ErrorCode } from "../contract";
import { formats, functions, type Formats } from "./functions";
import { language } from "./language.svelte";
import type { Messages } from "./messages";
import { PSEUDO, pseudo } from "./pseudo";

export type MessageId = keyof Messages;
type Arguments = Readonly<Record<string, string | number | boolean>>;
/** The messages that take no arguments. */
export type PlainId = { [Id in MessageId]: Messages[Id] extends null ? Id : never }[MessageId];

const files: Record<string, string> = import.meta.glob("../../../../src-tauri/locales/*/{shared,window}/*.ftl", {
  eager: true,
  query: "?raw",
  import: "default",
});

interface Language {
  bundle: FluentBundle;
  format: Formats;
}

const loaded = new Map<string, Language>();

function load(code: string): Language {
  const folder = code === PSEUDO ? "en" : code;
  const format: Formats = formats(
    code === PSEUDO ? "en" : code === "en" ? "en-GB" : code,
    (id, args) => message(code, id, args) ?? id,
  );
  // The isolates around what is put in keep a name in another script from changing the order of the words around it.
  const bundle = new FluentBundle(folder === "en" ? "en-GB" : folder, {
    functions: functions(format),
    useIsolating: true,
    ...(code === PSEUDO ? { transform: pseudo } : {}),
  });
  for (const [path, text] of Object.entries(files)) {
    if (path.includes(`/locales/${folder}/`)) bundle.addResource(new FluentResource(text));
  }
  const made = { bundle, format };
  loaded.set(code, made);
  return made;
}

const inLanguage = (code: string): Language => loaded.get(code) ?? load(code);

/** The languages that have a folder. */
export const languages: readonly string[] = [
  ...new Set(Object.keys(files).map((path) => path.split("/locales/")[1]?.split("/")[0] ?? "")),
].sort();

function message(code: string, id: string, args: Arguments): string | null {
  const { bundle } = inLanguage(code);
  const pattern = bundle.getMessage(id)?.value;
  if (!pattern) return null;
  const given: Record<string, FluentVariable> = Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, typeof value === "boolean" ? (value ? "yes" : "no") : value]),
  );
  // With a list for its faults it never throws: a message in which something is missing is better than none.
  return bundle.formatPattern(pattern, given, []);
}

function said(id: string, args: Arguments): string | null {
  return message(language.code, id, args) ?? message("en", id, args);
}

/** The sentence of a message. Components that call it follow a change of language. */
export function t<Id extends MessageId>(id: Id, ...args: Messages[Id] extends null ? [] : [Messages[Id]]): string {
  return said(id, (args[0] as Arguments | undefined) ?? {}) ?? id;
}

/** The sentence for a code that comes from outside this version; null if there is none. */
export function known(prefix: string, code: string): string | null {
  return said(prefix + code.replace(/[^A-Za-z0-9_-]/g, "_"), {});
}

/** The sentences `id-1`, `id-2` and so on, as far as there are any. */
export function list(id: string, args: Arguments = {}): string[] {
  const found: string[] = [];
  for (;;) {
    const next = said(`${id}-${found.length + 1}`, args);
    if (next === null) return found;
    found.push(next);
  }
}

/** How numbers, days and sizes are written in the language of the texts. */
export const write: Formats = new Proxy({} as Formats, {
  get: (_, name) => Reflect.get(inLanguage(language.code).format, name) as unknown,
});

/** What a failure means and what to do next. A code without a sentence does not compile. */
export function sentenceOf(code: ErrorCode): string {
  return t(`error-${code}`);
}
