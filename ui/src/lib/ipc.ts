// The only importer of the Tauri API: typed calls, one for each kind of command.
import { Channel, invoke } from "@tauri-apps/api/core";
import type {
  Commands,
  DropNews,
  Failure,
  News,
  SecretCommands,
  CheckView,
  CopyView,
  ExportView,
  HouseholdView,
  ImportedView,
  MadeCardView,
  MadeKeyView,
  PublishedView,
  StrengthView,
} from "./contract";

export function call<Name extends keyof Commands>(
  name: Name,
  args: Commands[Name]["args"],
): Promise<Commands[Name]["gives"]> {
  return invoke(name, args);
}

/** The arguments beside a secret travel in an ASCII header. The bytes are zeroed after the call; the string they came from cannot be. */
async function secret<Name extends keyof SecretCommands>(
  name: Name,
  text: string,
  args: SecretCommands[Name]["args"],
): Promise<SecretCommands[Name]["gives"]> {
  const bytes = new TextEncoder().encode(text);
  try {
    return await invoke(name, bytes, { headers: { "x-arguments": encodeURIComponent(JSON.stringify(args)) } });
  } finally {
    bytes.fill(0);
  }
}

export function ratePassword(text: string, about: string[]): Promise<StrengthView | null> {
  return secret("rate_password", text, { about });
}

/** With `again` the online list is asked though it could not be reached a moment ago. */
export function checkPassword(text: string, about: string[], online: boolean, again = false): Promise<CheckView> {
  return secret("check_password", text, { about, online, again });
}

/** The password that opens an export itself. */
export function unlockExport(text: string): Promise<ExportView> {
  return secret("unlock_export", text, {});
}

/** Hears of files over the window until the function that this gives is called. */
export function watchDrops(heard: (drop: DropNews) => void): () => void {
  const channel = new Channel<DropNews>(heard);
  void call("watch_drops", { channel });
  return () => void call("ignore_drops", { channel: channel.id });
}

/** Hears what has changed, for as long as the page lives. */
export function watchNews(heard: (news: News) => void): void {
  void call("watch_news", { channel: new Channel<News>(heard) });
}

export function copyPassphrase(text: string): Promise<CopyView> {
  return secret("copy_passphrase", text, {});
}

export function publishNotice(
  passphrase: string,
  what: { name: string; url: string; summary: string },
): Promise<PublishedView> {
  return secret("desk_publish", passphrase, what);
}

export function makeKey(passphrase: string, root: boolean): Promise<MadeKeyView> {
  return secret("desk_make_key", passphrase, { root });
}

/** One passphrase for each root that signs, in their order. */
export function makeCard(
  passphrases: readonly string[],
  what: { name: string; domains: string[]; days: number; leave_out: boolean },
): Promise<MadeCardView> {
  return secret("desk_make_card", passphrases.join("\n"), what);
}

/** The passphrase as it was typed twice; they are compared on the other side. */
export function exportHousehold(passphrase: string, again: string): Promise<string | null> {
  return secret("export_household", `${passphrase}\n${again}`, {});
}

export function importHousehold(passphrase: string): Promise<ImportedView | null> {
  return secret("import_household", passphrase, {});
}

/** Where a household is begun, the passphrase as it was typed twice. */
export function unlockHousehold(passphrase: string, again: string | null): Promise<HouseholdView> {
  return secret("unlock_household", again === null ? passphrase : `${passphrase}\n${again}`, {});
}

export function isIpcError(value: unknown): value is Failure {
  return typeof value === "object" && value !== null && "code" in value;
}
