// The desk: drafts, the one that is open, and what was published. The passphrase is never held here.
import type { ChangeArgs, ChosenFilesView, DeskView, DraftView, DraftFindingView, PartArg, PublishedView } from "../shared/contract";
import { call, publishNotice } from "../shared/ipc";
import { steady } from "../shared/steady";
import { app } from "./app.svelte";

/** How long somebody may pause in a word before it is kept. */
const PAUSE = 400;

class Desk {
  home = $state<DeskView | null>(null);
  draft = $state<DraftView | null>(null);
  published = $state<PublishedView | null>(null);
  chosen = $state<ChosenFilesView>({ key: null, card: null, folder: null });
  /** The step or question that stands open because it is new. */
  opened = $state<string | null>(null);
  /** Where the folder will be on the web, and what changed, as they were typed last. */
  url = $state("");
  summary = $state("");
  /** Where the frame finds the page that is looked at. */
  page = $state<string | null>(null);
  /** Whether everything that was typed is on the disk. */
  kept = $state(true);

  private waiting = new Map<string, ChangeArgs>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<void> = Promise.resolve();

  enter(): Promise<void> {
    return app.attempt(async () => {
      this.home = await call("desk_home", {});
      this.chosen = await call("desk_chosen", {});
      this.draft = null;
      app.go({ at: "desk" });
    });
  }

  private show(draft: DraftView | null): void {
    if (!draft) return;
    this.draft = draft;
    this.published = null;
    this.opened = null;
    this.page = null;
    app.go({ at: "draft" });
  }

  start(template: string): Promise<void> {
    return app.attempt(async () => this.show(await call("desk_start", { template })));
  }

  startFromFile(): Promise<void> {
    return app.attempt(async () => this.show(await call("desk_start_from_file", {})));
  }

  open(name: string): Promise<void> {
    return app.attempt(async () => this.show(await call("desk_open", { name })));
  }

  remove(name: string): Promise<void> {
    return app.attempt(async () => {
      this.home = await call("desk_delete", { name });
    });
  }

  /** Keeps a change after a short pause; a later one of the same field takes its place. */
  soon(field: string, change: ChangeArgs): void {
    this.waiting.set(field, change);
    this.kept = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), PAUSE);
  }

  /** Keeps everything that was typed, in its order. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    const changes = [...this.waiting.values()];
    this.waiting.clear();
    for (const change of changes) this.act((name) => call("desk_change", { name, change }));
    return this.queue;
  }

  /** One after another. What comes back is not shown while more is typed: it would put older words into a field. */
  private act(work: (name: string) => Promise<DraftView>): void {
    this.queue = this.queue.then(async () => {
      await app.attempt(async () => {
        if (!this.draft) return;
        const draft = await work(this.draft.name);
        // What the lint finds stands above the fields, and gets shorter and longer while somebody writes below.
        if (this.waiting.size === 0) await steady(() => (this.draft = draft));
      });
      if (this.waiting.size === 0) this.kept = true;
    });
  }

  now(field: string, change: ChangeArgs): Promise<void> {
    this.waiting.set(field, change);
    return this.flush();
  }

  /** Whether it was added; it stands open then. */
  async add(part: PartArg, words: string): Promise<boolean> {
    const before = this.names(part);
    await this.now(`add ${part}`, { kind: "add", part, words });
    const added = this.names(part).find((name) => !before.includes(name));
    if (added !== undefined) this.opened = added;
    return added !== undefined;
  }

  private names(part: PartArg): string[] {
    return ((part === "step" ? this.draft?.steps : this.draft?.questions) ?? []).map((each) => each.id);
  }

  shift(part: PartArg, id: string, up: boolean): Promise<void> {
    return this.now(`shift ${id}`, { kind: "shift", part, id, up });
  }

  async takeOut(part: PartArg, id: string): Promise<void> {
    await this.flush();
    this.act((name) => call("desk_take_out", { name, part, id }));
    await this.queue;
    document.querySelector<HTMLElement>("[data-testid='put-back']")?.focus();
  }

  async putBack(): Promise<void> {
    await this.flush();
    this.act((name) => call("desk_put_back", { name }));
    await this.queue;
  }

  choose(what: "key" | "card" | "folder"): Promise<void> {
    return app.attempt(async () => {
      this.chosen = await call("desk_choose", { what });
    });
  }

  refreshChosen(): Promise<void> {
    return app.attempt(async () => {
      this.chosen = await call("desk_chosen", {});
    });
  }

  showPage(): Promise<void> {
    return app.attempt(async () => {
      await this.flush();
      if (this.draft) this.page = await call("desk_page", { name: this.draft.name, url: this.url.trim(), summary: this.summary.trim() });
    });
  }

  publish(passphrase: string): Promise<void> {
    return app.attempt(async () => {
      await this.flush();
      if (!this.draft) return;
      this.published = await publishNotice(passphrase, { name: this.draft.name, url: this.url.trim(), summary: this.summary.trim() });
      // The draft goes on from what was published.
      this.draft = await call("desk_open", { name: this.draft.name });
    });
  }

  /** Puts the focus on the field that a finding is about, or on the nearest one that there is. */
  lead(finding: DraftFindingView): void {
    const all = [...document.querySelectorAll<HTMLElement>("[data-field]")];
    const named = (field: string): HTMLElement | undefined =>
      all.find((each) => each.dataset["field"] === field) ?? all.find((each) => (each.dataset["field"] ?? "").startsWith(`${field}.`));
    let field = finding.field;
    let found = named(field);
    while (!found && /[.[]/.test(field)) {
      field = field.replace(/[.[][^.[]*$/, "");
      found = named(field);
    }
    const folded = found?.closest("details");
    if (folded) folded.open = true;
    found?.focus();
    found?.scrollIntoView({ block: "center" });
  }
}

export const desk = new Desk();
