// Writes src/lib/i18n/messages.ts: the name and the arguments of every message, read from the English Fluent files.
// `node messages.js` writes the file, `node messages.js --check` only compares it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "@fluent/syntax";

// What the window alone says, and what Rust says too.
const folders = ["shared", "window"].map((name) =>
  fileURLToPath(new URL(`../src-tauri/locales/en/${name}/`, import.meta.url)),
);
const target = fileURLToPath(new URL("src/lib/i18n/messages.ts", import.meta.url));

/** What a function of ui/src/lib/i18n/functions.ts takes. */
const takes = {
  BYTES: "number",
  DAY: "string",
  DURATION: "number",
  MINUTES: "number",
  MOMENT: "string",
  PERCENT: "number",
};
const plurals = ["zero", "one", "two", "few", "many", "other"];

/** What decides between the variants of a choice: a count, yes or no, or a word. */
function typeOfChoice(variants) {
  const keys = variants.map((variant) => variant.key.name ?? "0");
  if (keys.every((key) => key === "yes" || key === "no")) return "boolean";
  return keys.every((key) => key === "0" || plurals.includes(key)) && keys.length > 1 ? "number" : "string";
}

/** Notes the type of each variable below `node`; what says more of a variable than its being shown wins. */
function collect(node, found) {
  if (node === null || typeof node !== "object") return;
  if (Array.isArray(node)) {
    for (const each of node) collect(each, found);
    return;
  }
  if (node.type === "VariableReference") {
    if (!found.has(node.id.name)) found.set(node.id.name, "string | number");
    return;
  }
  if (node.type === "FunctionReference") {
    for (const given of node.arguments.positional) {
      if (given.type === "VariableReference") found.set(given.id.name, takes[node.id.name] ?? "string | number");
    }
    return;
  }
  if (node.type === "SelectExpression") {
    if (node.selector.type === "VariableReference") found.set(node.selector.id.name, typeOfChoice(node.variants));
    else collect(node.selector, found);
    for (const variant of node.variants) collect(variant.value, found);
    return;
  }
  for (const value of Object.values(node)) collect(value, found);
}

function typed(message) {
  const found = new Map();
  collect(message.value, found);
  if (found.size === 0) return "null";
  return `{ ${[...found].map(([name, type]) => `${name}: ${type}`).join("; ")} }`;
}

const lines = folders
  .flatMap((folder) => readdirSync(folder).map((name) => folder + name))
  .filter((name) => name.endsWith(".ftl"))
  .sort()
  .flatMap((name) => {
    const { body } = parse(readFileSync(name, "utf8"), { withSpans: false });
    const junk = body.find((entry) => entry.type === "Junk");
    if (junk) throw new Error(`${name} is not Fluent here: ${junk.content.slice(0, 200)}`);
    return body.filter((entry) => entry.type === "Message").map((entry) => `  "${entry.id.name}": ${typed(entry)};`);
  });
const text = `// Written by \`npm run messages\` from src-tauri/locales/en. Do not edit.

/** Each message with the arguments that it takes; null for one that takes none. */
export interface Messages {
${lines.join("\n")}
}
`;

if (!process.argv.includes("--check")) {
  writeFileSync(target, text);
} else if (readFileSync(target, "utf8") !== text) {
  console.error("src/lib/i18n/messages.ts does not fit the messages in src-tauri/locales/en. Run `npm run messages`.");
  process.exit(1);
}
