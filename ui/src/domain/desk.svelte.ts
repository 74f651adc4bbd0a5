// The desk: drafts, the one that is open, and what was published. The passphrase is never held here.
import type { ChangeArgs, DeskView, DraftView, DraftFindingView, PublishedView } from "../shared/contract";
import { call, publishNotice } from "../shared/ipc";
import { app } from "./app.svelte";

/** How long somebody may pause in a word before it is kept. */
const PAUSE = 400;

class Desk {
  home = $state<DeskView | null>(null);
  draft = $state<DraftView | null>(null);
  published = $state<PublishedView | null>(null);
  chosen = $state<{ key: string | null; card: string | null; folder: string | null }>({ key: null, card: null, folder: null });
  /** Whether everything that was typed is on the disk. */
  kept = $state(true);

  private waiting = new Map<string, ChangeArgs>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<void> = Promise.resolve();

  enter(): Promise<void> {
    return app.attempt(async () => {
      this.home = await call("desk_home", {});
      this.draft = null;
      app.go({ at: "desk" });
    });
  }

  private show(draft: DraftView | null): void {
    if (!draft) return;
    this.draft = draft;
    this.published = null;
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
    this.queue = this.queue.then(async () => {
      for (const change of changes) {
        await app.attempt(async () => {
          if (this.draft) this.draft = await call("desk_change", { name: this.draft.name, change });
        });
      }
      if (this.waiting.size === 0) this.kept = true;
    });
    return this.queue;
  }

  now(field: string, change: ChangeArgs): Promise<void> {
    this.waiting.set(field, change);
    return this.flush();
  }

  choose(what: "key" | "card" | "folder"): Promise<void> {
    return app.attempt(async () => {
      this.chosen[what] = await call("desk_choose", { what });
    });
  }

  publish(passphrase: string, url: string, summary: string): Promise<void> {
    return app.attempt(async () => {
      await this.flush();
      if (this.draft) this.published = await publishNotice(passphrase, { name: this.draft.name, url, summary });
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
    found?.focus();
    found?.scrollIntoView({ block: "center" });
  }
}

export const desk = new Desk();
