// Where the person is, and the notice that is open. Nothing secret is held here.
import type { GivenCode, MarkCode, NoticeView, PreviewView, Start, StepView, WalkView } from "./contract";
import { call, isIpcError } from "./ipc";
import { onNews } from "./news";
import { sentenceOf, t } from "./i18n";

export type Page =
  | { at: "home" }
  | { at: "check" }
  | { at: "saved" }
  | { at: "desk" }
  | { at: "draft" }
  | { at: "keys"; from: "desk" | "draft" }
  | { at: "notice" }
  | { at: "follow"; preview: PreviewView }
  | { at: "country" }
  | { at: "help"; index: number; back: boolean }
  | { at: "questions"; index: number; back: boolean }
  | { at: "answers" }
  | { at: "walk"; step: string }
  | { at: "tool"; step: string }
  | { at: "print"; what: "plan" | "leaflet" | "everybody" }
  | { at: "summary" }
  | { at: "household" }
  | { at: "handover" }
  | { at: "together"; index: number }
  | { at: "about"; from: Page }
  | { at: "settings"; from: Page };

export interface Failure {
  text: string;
  detail: string;
}

const MINUTE = 60_000;

class App {
  start = $state<Start | null>(null);
  notice = $state<NoticeView | null>(null);
  page = $state<Page>({ at: "home" });
  /** Whether the country was asked for in this session; a person may live where there are no contacts of ours. */
  countryAsked = $state(false);
  /** Whether something waits for another Selfcheck that is writing. */
  waiting = $state(false);
  failure = $state<Failure | null>(null);
  /** Whether what is ticked stays, because somebody is remembered. */
  kept = $state(false);
  /** The step that was just marked and left, so that the next page can take that back. */
  justMarked = $state<{ id: string; title: string; mark: MarkCode } | null>(null);
  /** The titles of steps that came and went with the last answer that was given again. */
  changed = $state<{ came: string[]; went: string[] } | null>(null);
  /** Where a damaged file with what was known of publishers stands now, until somebody has read that. */
  aside = $state<string | null>(null);
  private asideRead: string | null = null;
  /** How much the site of the open notice has said since it was read, and nobody has looked at yet. */
  news = $state(0);
  /** Whether the online list may be asked; null until the person has said so in this session. */
  online = $state<boolean | null>(null);

  walk = $derived<WalkView | null>(this.notice?.walk ?? null);
  /** Whether something would be lost if another notice took the place of this one. */
  begun = $derived<boolean>(
    !this.kept &&
      this.walk !== null &&
      (this.walk.steps.some((step) => step.mark !== null) ||
        this.walk.questions.some((question) => question.answer !== null)),
  );
  /** Steps to go through: those that their publisher has not taken back. */
  steps = $derived<StepView[]>((this.walk?.steps ?? []).filter((step) => step.withdrawn === null));

  /** Those that they have. */
  takenBack = $derived<StepView[]>((this.walk?.steps ?? []).filter((step) => step.withdrawn !== null));

  go(page: Page): void {
    this.failure = null;
    if (page.at !== "answers") this.changed = null;
    this.justMarked = null;
    this.page = page;
    window.scrollTo(0, 0);
  }

  /** Runs something that can fail; a failure becomes a sentence with what to do next. */
  async attempt(work: () => Promise<void>): Promise<void> {
    this.failure = null;
    await this.inBackground(work);
  }

  /** The same for what nobody has just asked for: a failure that is shown stays until it was read. */
  async inBackground(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.fail(error);
    } finally {
      this.waiting = false;
    }
  }

  fail(error: unknown): void {
    if (isIpcError(error)) {
      const place =
        error.line !== null && error.column !== null
          ? t("error-place", { line: error.line, column: error.column })
          : "";
      this.failure = {
        text: sentenceOf(error.code),
        detail: place,
      };
    } else {
      this.failure = { text: t("error-request"), detail: "" };
    }
  }

  begin(): Promise<void> {
    return this.attempt(async () => {
      this.start = await call("start", {});
      this.notice = this.start.notice;
      this.setAside(this.start.publishers_aside);
    });
  }

  private setAside(path: string | null): void {
    if (path !== this.asideRead) this.aside = path;
  }

  readAside(): void {
    this.asideRead = this.aside;
    this.aside = null;
  }

  /** A notice that was opened, or is another statement or another judgement of the open one. */
  private opened(notice: NoticeView): void {
    this.notice = notice;
    this.news = 0;
    this.setAside(notice.publishers_aside);
  }

  /** Takes the open notice again, whose texts and steps are in another language now. */
  reread(): Promise<void> {
    return this.attempt(async () => {
      if (this.notice) this.notice = await call("current_notice", {});
    });
  }

  /** The page of the open notice is before somebody, so that what it says counts as read. */
  shown(): void {
    if (!this.notice || this.notice.trust === "changed_key") return;
    this.news = 0;
    void call("notice_shown", { revision: this.notice.revision });
  }

  openFile(): Promise<void> {
    return this.attempt(async () => {
      const opened = await call("open_notice_file", {});
      if (opened) {
        this.opened(opened);
        this.go({ at: "notice" });
      }
    });
  }

  openPractice(revision: number | null): Promise<void> {
    return this.attempt(async () => {
      this.opened(await call("open_practice", { revision }));
      this.go({ at: "notice" });
    });
  }

  /** Shows where an address or a link leads; nothing is fetched. */
  look(text: string): Promise<void> {
    return this.attempt(async () => {
      const preview = await call("preview_notice", { text });
      this.go({ at: "follow", preview });
    });
  }

  fetch(text: string): Promise<void> {
    return this.attempt(async () => {
      this.opened(await call("fetch_notice", { text }));
      this.go({ at: "notice" });
    });
  }

  /** The name of a file that waits to be opened, where something would be lost for it. */
  fileWaits = $state<string | null>(null);

  /** Opens a notice that was handed over as a file; asks before it takes the place of one that was begun. */
  async takeFile(): Promise<void> {
    const name = await call("waiting_file", {});
    if (name === null) return;
    if (!this.begun) await this.openWaiting();
    else if (this.fileWaits !== name) {
      // This looks again after each move to another page.
      this.fileWaits = name;
      this.go({ at: "home" });
    }
  }

  openWaiting(): Promise<void> {
    this.fileWaits = null;
    return this.attempt(async () => {
      const opened = await call("open_waiting_file", {});
      if (opened) {
        this.opened(opened);
        this.go({ at: "notice" });
      }
    });
  }

  leaveWaiting(): Promise<void> {
    this.fileWaits = null;
    return this.attempt(async () => {
      await call("leave_waiting_file", {});
    });
  }

  /** A link that another program handed over waits until it is looked at. */
  watchLinks(): () => void {
    const take = async (): Promise<void> => {
      // Nobody is taken away from a password or a step in the middle of it, or from another link before they press.
      if (!["home", "notice", "summary"].includes(this.page.at)) return;
      const link = await call("pending_link", {});
      if (link !== null) await this.look(link);
      else await this.takeFile();
    };
    void take();
    return onNews("link", take);
  }

  /** Another Selfcheck is writing what this one needs: said until the work that waits has ended. */
  watchWaits(): () => void {
    return onNews("waiting", () => {
      this.waiting = true;
    });
  }

  trustPublisher(domain: string): Promise<void> {
    return this.attempt(async () => {
      this.opened(await call("trust_publisher", { domain }));
    });
  }

  /** Asks the site for something newer; whether it answered. When it was asked, and with what trouble, Rust knows. */
  async update(): Promise<boolean> {
    let answered = false;
    await this.attempt(async () => {
      try {
        const fresh = await call("update_notice", {});
        if (fresh) this.opened(fresh);
        answered = true;
      } finally {
        this.notice = await call("current_notice", {});
      }
    });
    return answered;
  }

  /** Asks once a day, if that was agreed to; Rust says whether it is time. It disturbs nobody in the middle of a step. */
  watchUpdates(): () => void {
    const look = async (): Promise<void> => {
      if (!this.notice?.can_update || !["home", "notice", "summary"].includes(this.page.at)) return;
      const before = this.notice;
      const fresh = await call("daily_update", {}).catch(() => null);
      if (!fresh || this.notice?.id !== fresh.id) return;
      this.opened(fresh);
      if (fresh.revision !== before.revision && this.page.at !== "notice") this.news = fresh.changes.length;
    };
    const again = (): void => void look();
    const timer = setInterval(again, MINUTE);
    window.addEventListener("focus", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", again);
    };
  }

  close(): Promise<void> {
    return this.attempt(async () => {
      await call("close_notice", {});
      this.notice = null;
      this.go({ at: "home" });
    });
  }

  private take(walk: WalkView): void {
    if (this.notice) this.notice.walk = walk;
  }

  mark(step: string, mark: MarkCode | null, checked: boolean, until: string | null = null): Promise<void> {
    return this.attempt(async () => this.take(await call("mark_step", { step, mark, checked, until })));
  }

  /** Gives an answer. With `again`, the page of answers then tells what the change did. */
  answer(id: string, answer: GivenCode | null, again: boolean): Promise<void> {
    return this.attempt(async () => {
      const { walk, came, went } = await call("answer_question", { id, answer });
      this.take(walk);
      this.changed = again ? { came, went } : null;
    });
  }

  /** Ticks the step that an audit is for; Rust knows whether it counts as checked. */
  finishAudit(step: string): Promise<void> {
    return this.attempt(async () => this.take(await call("finish_audit_step", { step })));
  }

  setCountry(country: string): Promise<void> {
    return this.attempt(async () => this.take(await call("set_country", { country })));
  }

  /** Copies a number or an address; whether it worked. */
  async copy(text: string): Promise<boolean> {
    await this.attempt(async () => {
      await call("copy_text", { text });
    });
    return this.failure === null;
  }

  openLink(url: string): Promise<void> {
    return this.attempt(async () => {
      await call("open_link", { url });
    });
  }

  toAbout(): void {
    if (this.page.at !== "about") this.go({ at: "about", from: this.page });
  }

  toSettings(): void {
    if (this.page.at !== "settings") this.go({ at: "settings", from: this.page });
  }

  leave(): void {
    void call("leave_quickly", {});
  }

  /** The first step that is neither done nor put aside, else the first that was put off, else the first. */
  nextOpen(): StepView | undefined {
    return this.steps.find((s) => s.mark === null) ?? this.steps.find((s) => s.mark === "later") ?? this.steps[0];
  }

  /** Where the way through the steps begins: with the country, then the questions, then the first step. */
  startWalk(): void {
    if (this.walk?.country === "generic" && !this.countryAsked) {
      this.go({ at: "country" });
      return;
    }
    const unanswered = (this.walk?.questions ?? []).findIndex((each) => each.needed && each.answer === null);
    if (unanswered >= 0) this.go({ at: "questions", index: unanswered, back: false });
    else this.toWalk();
  }

  toWalk(): void {
    const step = this.nextOpen();
    this.go(step ? { at: "walk", step: step.id } : { at: "summary" });
  }
}

export const app = new App();
