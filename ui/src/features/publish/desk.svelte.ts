// The desk: drafts, the one that is open, and what was published. The passphrase is never held here.
import type {
  ChangeArgs,
  ChosenFilesView,
  DeskView,
  DraftView,
  DraftFindingView,
  PartArg,
  RowsArg,
  PublishedView,
} from "../../lib/contract";
import { call, publishNotice } from "../../lib/ipc";
import { steady } from "../../lib/steady";
import { app } from "../../lib/app.svelte";

/** How long somebody may pause in a word before it is kept. */
const PAUSE = 400;

class Desk {
  home = $state<DeskView | null>(null);
  draft = $state<DraftView | null>(null);
  published = $state<PublishedView | null>(null);
  chosen = $state<ChosenFilesView>({
    key: null,
    card: null,
    folder: null,
    former: null,
    card_days: null,
    card_expires: null,
  });
  /** The step or question that stands open because it is new. */
  opened = $state<string | null>(null);
  /** Where the folder will be on the web, and what changed, as they were typed last. */
  url = $state("");
  summary = $state("");
  /** Where the frame finds the page that is looked at. */
  page = $state<string | null>(null);
  /** Whether everything that was typed is on the disk. */
  kept = $state(true);
  /** Whether something of it could not be written when that was tried last. */
  stuck = $state(false);

  /** What is not on the disk yet, the newest words of each field. */
  private waiting = new Map<string, ChangeArgs>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<unknown> = Promise.resolve();

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

  /** Keeps everything that was typed, in its order; whether that worked. What did not is tried again the next time. */
  flush(): Promise<boolean> {
    clearTimeout(this.timer);
    return this.inTurn(async (name) => {
      if (this.waiting.size === 0) return null;
      const failures: unknown[] = [];
      let draft: DraftView | null = null;
      for (const [field, change] of [...this.waiting]) {
        try {
          draft = await call("desk_change", { name, change });
          // Newer words of the same field may have come meanwhile.
          if (this.waiting.get(field) === change) this.waiting.delete(field);
        } catch (error) {
          failures.push(error);
        }
      }
      this.kept = this.waiting.size === 0;
      this.stuck = failures.length > 0;
      if (this.stuck) throw failures[0];
      return draft;
    });
  }

  /** One after another; whether it worked. What comes back is not shown while more is typed, or waits to be written: it
   *  would put older words into a field. */
  private inTurn(work: (name: string) => Promise<DraftView | null>): Promise<boolean> {
    const done = this.queue.then(async () => {
      if (!this.draft) return true;
      try {
        const draft = await work(this.draft.name);
        if (!draft) return true;
        // Only now: what stands above the fields must not go and come again under a pointer when a try fails once more.
        app.failure = null;
        // What the lint finds stands above the fields, and gets shorter and longer while somebody writes below.
        if (this.waiting.size === 0) await steady(() => (this.draft = draft));
        return true;
      } catch (error) {
        app.fail(error);
        return false;
      }
    });
    this.queue = done;
    return done;
  }

  /** Something that is pressed, not typed: it is not tried again by itself. */
  private async act(work: (name: string) => Promise<DraftView>): Promise<void> {
    if (await this.flush()) await this.inTurn(work);
  }

  async now(field: string, change: ChangeArgs): Promise<void> {
    this.waiting.set(field, change);
    this.kept = false;
    await this.flush();
  }

  /** Lets go of what could not be written. */
  letGo(): Promise<void> {
    this.waiting.clear();
    this.kept = true;
    this.stuck = false;
    return this.enter();
  }

  /** Whether it was added; it stands open then. */
  async add(part: PartArg, words: string): Promise<boolean> {
    const before = this.names(part);
    await this.act((name) => call("desk_change", { name, change: { kind: "add", part, words } }));
    const added = this.names(part).find((name) => !before.includes(name));
    if (added !== undefined) this.opened = added;
    return added !== undefined;
  }

  /** Whether it was added. */
  async addRow(rows: RowsArg, words: string): Promise<boolean> {
    const count = (): number => this.rows(rows);
    const before = count();
    await this.act((name) => call("desk_change", { name, change: { kind: "add_row", rows, words } }));
    return count() > before;
  }

  private rows(rows: RowsArg): number {
    const facts = this.draft?.facts;
    if (!facts) return 0;
    return { reported: facts.reported, offer: facts.offers, elsewhere: facts.pages }[rows].length;
  }

  removeRow(rows: RowsArg, at: number): Promise<void> {
    return this.act((name) => call("desk_change", { name, change: { kind: "remove_row", rows, at } }));
  }

  private names(part: PartArg): string[] {
    return ((part === "step" ? this.draft?.steps : this.draft?.questions) ?? []).map((each) => each.id);
  }

  shift(part: PartArg, id: string, up: boolean): Promise<void> {
    return this.act((name) => call("desk_change", { name, change: { kind: "shift", part, id, up } }));
  }

  async takeOut(part: PartArg, id: string): Promise<void> {
    await this.act((name) => call("desk_take_out", { name, part, id }));
    document.querySelector<HTMLElement>("[data-testid='put-back']")?.focus();
  }

  putBack(): Promise<void> {
    return this.act((name) => call("desk_put_back", { name }));
  }

  choose(what: "key" | "card" | "folder" | "former"): Promise<void> {
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
      if ((await this.flush()) && this.draft)
        this.page = await call("desk_page", {
          name: this.draft.name,
          url: this.url.trim(),
          summary: this.summary.trim(),
        });
    });
  }

  publish(passphrase: string): Promise<void> {
    this.published = null;
    return app.attempt(async () => {
      // Nothing is signed that says less than the screen.
      if (!(await this.flush()) || !this.draft) return;
      this.published = await publishNotice(passphrase, {
        name: this.draft.name,
        url: this.url.trim(),
        summary: this.summary.trim(),
      });
      // The draft goes on from what was published.
      this.draft = await call("desk_open", { name: this.draft.name });
    });
  }

  /** Puts the focus on the field that a finding is about, or on the nearest one that there is. */
  lead(finding: DraftFindingView): void {
    const all = [...document.querySelectorAll<HTMLElement>("[data-field]")];
    const named = (field: string): HTMLElement | undefined =>
      all.find((each) => each.dataset["field"] === field) ??
      all.find((each) => (each.dataset["field"] ?? "").startsWith(`${field}.`));
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
