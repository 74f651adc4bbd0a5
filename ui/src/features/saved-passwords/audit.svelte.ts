// The export that is being audited. Rows come from Rust a page at a time; no password is ever among them.
import type { AuditQuery, AuditView, ComparedView, ExportView, ReadingView, RowView } from "../../lib/contract";
import { call, unlockExport } from "../../lib/ipc";
import { oneAtATime, onNews } from "../../lib/news";
import { app } from "../../lib/app.svelte";

const PAGE = 100;
/** Pages that are kept; the list shows a few at a time. */
const KEPT = 20;
const EVERYTHING: AuditQuery = { filter: null, search: "", sort: "urgency", group: null };

class Audit {
  view = $state<AuditView | null>(null);
  locked = $state<{ file: string; wrong: boolean } | null>(null);
  columns = $state<{ file: string; names: string[] | null; columns: number } | null>(null);
  reading = $state(false);
  /** How far the file is that is being read; only of one that takes a while. */
  far = $state<ReadingView | null>(null);
  compared = $state<ComparedView | null>(null);
  /** The person chose not to ask the service about this file. */
  offline = $state(false);
  query = $state<AuditQuery>({ ...EVERYTHING });
  total = $state(0);
  pages = $state.raw<ReadonlyMap<number, RowView[]>>(new Map());
  open = $state.raw<ReadonlySet<number>>(new Set());
  /** Grows whenever a file is opened: what belongs to the one before goes. */
  opened = $state(0);
  /** Grows whenever the list begins anew. */
  edition = $state(0);
  /** More was found than the rows show; they stay as they are until somebody asks for it. */
  outdated = $state(false);
  /** Whether somebody is at the rows now, so that none may move. The list says it. */
  attended: () => boolean = () => false;

  busy = $derived(this.view !== null && this.view.phase !== "resting");
  private wanted = new Set<number>();
  private turn = 0;
  private away: (() => void) | undefined;
  private readings = 0;
  /** How often somebody else sat down. */
  private sittings = 0;

  /** What is open in Rust, after the screen was left and is entered again. */
  async resume(): Promise<void> {
    await app.attempt(async () => {
      const view = await call("current_audit", {});
      if (!view) return;
      await this.take({ state: "open", audit: view });
      this.compared = await call("compared", {});
    });
  }

  async pick(): Promise<void> {
    await this.reads(() => call("open_export", {}));
  }

  async takeDropped(): Promise<void> {
    await this.reads(() => call("open_dropped", {}));
  }

  async unlock(text: string): Promise<void> {
    await this.reads(() => unlockExport(text));
  }

  async choose(password: number, username: number | null, url: number | null, header: boolean): Promise<void> {
    await this.reads(() => call("choose_columns", { password, username, url, header }));
  }

  private async reads(work: () => Promise<ExportView>): Promise<void> {
    this.readings += 1;
    const own = this.readings;
    this.reading = true;
    const away = onNews(
      "reading",
      oneAtATime(() => this.lookAtReading(own)),
    );
    await app.attempt(async () => {
      const opened = await work();
      if (own === this.readings) await this.take(opened);
    });
    away();
    // A file that was dropped meanwhile is being read now.
    if (own !== this.readings) return;
    this.readings += 1;
    this.reading = false;
    this.far = null;
  }

  private async lookAtReading(own: number): Promise<void> {
    const far = await call("reading_progress", {});
    // Nothing is known before the file is picked.
    if (own === this.readings && far.total > 0) this.far = far;
  }

  async stopReading(): Promise<void> {
    await app.attempt(async () => {
      await call("stop_reading", {});
    });
  }

  private async take(opened: ExportView): Promise<void> {
    if (opened.state === "nothing") return;
    this.locked = opened.state === "needs_password" ? opened : null;
    this.columns = opened.state === "needs_columns" ? opened : null;
    if (opened.state !== "open") return;
    this.view = opened.audit;
    this.opened += 1;
    this.offline = false;
    this.compared = null;
    this.open = new Set();
    this.query = { ...EVERYTHING };
    await this.load(true);
    this.watch();
  }

  /** Looks how far the work in the background is; when it has ended the rows are put in order again. */
  private readonly follow = oneAtATime(async () => {
    if (!this.view) return;
    await this.look();
    if (this.view && !this.busy) await this.moreIsKnown();
  });

  /** From now on the work of the open audit is followed. What has ended before this is seen by the first look. */
  private watch(): void {
    this.away ??= onNews("audit", this.follow);
    void this.follow();
  }

  private async moreIsKnown(): Promise<void> {
    if (this.attended()) this.outdated = true;
    else await this.load(true);
    if (this.compared) await this.compareAgain();
  }

  async look(): Promise<void> {
    const sitting = this.sittings;
    try {
      const view = await call("current_audit", {});
      if (sitting === this.sittings) this.view = view;
    } catch (error) {
      app.fail(error);
    }
  }

  async ask(decoys: number): Promise<void> {
    await app.attempt(async () => {
      await call("ask_online", { decoys });
      await this.look();
      this.watch();
    });
  }

  async judge(): Promise<void> {
    await app.attempt(async () => {
      await call("judge_export", {});
      await this.look();
      this.watch();
    });
  }

  async stop(): Promise<void> {
    await app.attempt(async () => {
      await call("stop_audit", {});
      await this.look();
    });
  }

  async ordered(change: Partial<AuditQuery>): Promise<void> {
    this.query = { ...this.query, ...change };
    await this.load(false);
  }

  async sortAgain(): Promise<void> {
    await this.load(true);
  }

  /** Begins the list anew, from its first page. */
  private async load(fresh: boolean): Promise<void> {
    this.turn += 1;
    const turn = this.turn;
    this.wanted.clear();
    await app.inBackground(async () => {
      const first = await call("audit_rows", { query: this.query, fresh, from: 0, count: PAGE });
      if (turn !== this.turn) return;
      this.total = first.total;
      this.pages = new Map([[0, first.rows]]);
      this.edition += 1;
      if (fresh) this.outdated = false;
    });
  }

  /** The row at a place of the list, if it is here; else it is asked for. */
  row(place: number): RowView | undefined {
    const page = Math.floor(place / PAGE);
    const rows = this.pages.get(page);
    if (!rows) queueMicrotask(() => void this.fetch(page));
    return rows?.[place % PAGE];
  }

  private async fetch(page: number): Promise<void> {
    if (this.wanted.has(page) || this.pages.has(page)) return;
    this.wanted.add(page);
    const turn = this.turn;
    try {
      const { rows } = await call("audit_rows", { query: this.query, fresh: false, from: page * PAGE, count: PAGE });
      if (turn !== this.turn) return;
      const kept = [...this.pages].slice(-KEPT);
      this.pages = new Map([...kept, [page, rows]]);
    } catch (error) {
      app.fail(error);
    } finally {
      this.wanted.delete(page);
    }
  }

  toggle(index: number): void {
    // A local copy: the assignment below is what the screens follow.
    // eslint-disable-next-line svelte/prefer-svelte-reactivity
    const open = new Set(this.open);
    if (!open.delete(index)) open.add(index);
    this.open = open;
  }

  async decide(row: RowView, mark: RowView["mark"], reason: string): Promise<void> {
    await app.attempt(async () => {
      await call("decide_login", { index: row.index, mark, reason });
      const put = (rows: RowView[]): RowView[] =>
        rows.map((other) =>
          other.index === row.index ? { ...other, mark, mark_reason: mark === "ignored" ? reason : null } : other,
        );
      this.pages = new Map([...this.pages].map(([page, rows]) => [page, put(rows)]));
      await this.look();
    });
  }

  /** Beside an earlier report that the person picks. */
  async compare(): Promise<void> {
    await app.attempt(async () => {
      this.compared = (await call("compare_report", {})) ?? this.compared;
    });
  }

  private async compareAgain(): Promise<void> {
    await app.inBackground(async () => {
      this.compared = await call("compared", {});
    });
  }

  /** Fetches the catalogue of breaches; says whether that worked. */
  async updateCatalogue(): Promise<boolean> {
    let done = false;
    await app.attempt(async () => {
      this.view = await call("update_catalogue", {});
      await this.moreIsKnown();
      done = true;
    });
    return done;
  }

  openPage(row: RowView, what: "change" | "two_step"): Promise<void> {
    return app.attempt(async () => {
      await call("open_site_page", { index: row.index, what });
    });
  }

  async deleteExport(): Promise<void> {
    await app.attempt(async () => {
      this.view = await call("delete_export", {});
    });
  }

  async close(): Promise<void> {
    await app.attempt(async () => {
      await call("close_audit", {});
      this.view = this.locked = this.columns = this.compared = null;
      this.pages = new Map();
      this.total = 0;
      this.outdated = false;
    });
  }

  /** Somebody else sits down; Rust has let go of it already. What is still on its way is not taken any more. */
  forget(): void {
    this.turn += 1;
    this.readings += 1;
    this.sittings += 1;
    this.view = this.locked = this.columns = this.compared = this.far = null;
    this.reading = this.offline = this.outdated = false;
    this.pages = new Map();
    this.open = new Set();
    this.query = { ...EVERYTHING };
    this.total = 0;
  }
}

export const audit = new Audit();
