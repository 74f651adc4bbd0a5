// Who is at the window, and the household. The rules, and what is kept, are on the other side.
import type { ErrorCode, HouseholdView, MarkCode, PersonView, TogetherView, WipedView } from "../../lib/contract";
import { call, exportHousehold, importHousehold, isIpcError, unlockHousehold } from "../../lib/ipc";
import { app } from "../../lib/app.svelte";
import { audit } from "../saved-passwords/audit.svelte";

/** The failures that are about who is here and what is kept; they are said beside the field or button. */
const OWN_CODES: readonly ErrorCode[] = [
  "keyring_absent",
  "keyring_locked",
  "key_gone",
  "key_file",
  "passphrase_needed",
  "keyring_needed",
  "wrong_passphrase",
  "passphrase_empty",
  "passphrase_differs",
  "passphrase_line",
  "name_empty",
  "name_too_long",
  "name_not_shown",
  "name_taken",
  "household_busy",
  "household_too_new",
];

class Household {
  view = $state<HouseholdView | null>(null);
  table = $state<TogetherView | null>(null);
  /** The file into which everything was written. */
  exported = $state<string | null>(null);
  /** How many people a file held, and how many of them were new. */
  imported = $state<{ people: number; fresh: number } | null>(null);
  /** Why the household could not be opened or begun, as a code. */
  trouble = $state<ErrorCode | null>(null);
  /** What was tried when it came to that, so that it is said there. */
  tried = $state<"people" | "export" | "import">("people");
  busy = $state(false);

  who = $derived<PersonView | null>(this.view?.people.find((person) => person.id === this.view?.who) ?? null);

  /** Whether a keyring was looked for in vain. */
  private keyringless = $state(false);

  /** Whether a passphrase is asked for: it opens what is locked with one, or takes the place of a missing keyring. */
  asksPassphrase = $derived<boolean>(
    this.who === null &&
      ((this.view?.state === "closed" && this.view.locked_by === "passphrase") ||
        (this.view?.state === "none" && this.keyringless)),
  );

  private take(view: HouseholdView): void {
    this.view = view;
    app.kept = view.who !== null;
  }

  /** Whether it is known what there is; nothing moves on the page after that. */
  ready = $state(false);

  /** Finds out what there is, and opens it where the keyring holds the key. */
  async begin(): Promise<void> {
    try {
      this.take(await call("household", {}));
      this.ready = true;
      await this.openWithKeyring();
    } catch (error) {
      this.fail(error);
    } finally {
      this.ready = true;
    }
  }

  private async openWithKeyring(): Promise<void> {
    if (this.view?.state === "closed" && this.view.locked_by === "keyring") this.take(await call("open_household", {}));
  }

  /** Looks again, for what was ticked meanwhile. */
  read(): Promise<void> {
    return this.attempt(async () => this.take(await call("household", {})));
  }

  /** What is wrong with a household is said where it is asked for, anything else at the top of the page. */
  private fail(error: unknown): void {
    if (isIpcError(error) && OWN_CODES.includes(error.code)) {
      this.trouble = error.code;
      this.keyringless ||= error.code === "keyring_absent" || error.code === "keyring_locked";
    } else app.fail(error);
  }

  private async attempt(work: () => Promise<void>, tried: "people" | "export" | "import" = "people"): Promise<void> {
    app.failure = null;
    this.tried = tried;
    this.trouble = null;
    this.exported = null;
    this.imported = null;
    this.busy = true;
    try {
      await work();
    } catch (error) {
      this.fail(error);
    }
    this.busy = false;
  }

  open(): Promise<void> {
    return this.attempt(async () => this.take(await call("open_household", {})));
  }

  /** Opens a household with a passphrase, or begins one if it was typed again, and then adds whoever gave a name. */
  unlock(passphrase: string, again: string | null, name: string): Promise<void> {
    return this.attempt(async () => {
      this.take(await unlockHousehold(passphrase, again));
      if (name.trim() !== "") await this.addNow(name, true);
    });
  }

  keepNothing(): Promise<void> {
    return this.attempt(async () => {
      this.take(await call("keep_nothing", {}));
      this.forgetRest();
    });
  }

  /** Whoever was not to be remembered is asked anew; what they have open stays. */
  askAgain(): Promise<void> {
    return this.attempt(async () => {
      this.take(await call("ask_who_again", {}));
      await this.openWithKeyring();
    });
  }

  /** What is not kept of anybody, and is not for the next person either. */
  private forgetRest(): void {
    audit.forget();
    app.online = null;
  }

  private async addNow(name: string, choose: boolean): Promise<void> {
    const { household, notice, refused } = await call("add_person", { name, choose });
    this.take(household);
    if (choose) app.notice = notice;
    if (refused) app.fail(refused);
  }

  add(name: string, choose: boolean): Promise<void> {
    return this.attempt(() => this.addNow(name, choose));
  }

  choose(id: number): Promise<void> {
    return this.attempt(async () => {
      const { household, notice, refused } = await call("choose_person", { id });
      this.take(household);
      app.notice = notice;
      app.go({ at: "home" });
      if (refused) app.fail(refused);
    });
  }

  /** Opens again what the person at the window follows, at this step or on its own page. */
  openAgain(id: string, step: string | null): Promise<void> {
    return this.attempt(async () => {
      const { household, notice, refused } = await call("open_kept_notice", { id });
      this.take(household);
      app.notice = notice;
      if (refused) app.fail(refused);
      else app.go(step === null ? { at: "notice" } : { at: "walk", step });
    });
  }

  handOver(): Promise<void> {
    return this.attempt(async () => {
      this.take(await call("hand_over", {}));
      this.forgetRest();
      this.table = null;
      app.notice = null;
      app.go({ at: "handover" });
    });
  }

  rename(id: number, name: string): Promise<void> {
    return this.attempt(async () => this.take(await call("rename_person", { id, name })));
  }

  remove(id: number): Promise<void> {
    return this.attempt(async () => this.take(await call("remove_person", { id })));
  }

  /** Removes all of it; `null` if that came to nothing. */
  async wipe(): Promise<WipedView | null> {
    let wiped: WipedView | null = null;
    await this.attempt(async () => {
      try {
        wiped = await call("wipe_household", {});
      } finally {
        // Where some of it could not be removed, nobody is remembered any more all the same.
        this.forgetRest();
        this.table = null;
        app.notice = null;
        this.take(await call("household", {}));
      }
    });
    return wiped;
  }

  /** Writes everything of everybody into a file; nothing if no place was chosen. */
  takeAlong(passphrase: string, again: string): Promise<void> {
    return this.attempt(async () => {
      this.exported = await exportHousehold(passphrase, again);
    }, "export");
  }

  /** Takes in such a file; nothing if none was chosen. */
  bringIn(passphrase: string): Promise<void> {
    return this.attempt(async () => {
      const brought = await importHousehold(passphrase);
      if (!brought) return;
      this.take(brought.household);
      app.notice = brought.notice;
      this.imported = { people: brought.people, fresh: brought.new_people };
      if (brought.refused) app.fail(brought.refused);
    }, "import");
  }

  together(): Promise<void> {
    return app.attempt(async () => {
      this.table = await call("together", {});
      app.go({ at: "together", index: 0 });
    });
  }

  mark(person: number, step: string, mark: MarkCode | null): Promise<void> {
    return app.attempt(async () => {
      this.table = await call("mark_together", { person, step, mark });
      app.notice = await call("current_notice", {});
    });
  }
}

export const household = new Household();
