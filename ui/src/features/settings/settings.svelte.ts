// What the person chose, and what goes on with lists in the background. The rules are on the other side.
import type { OnlineCode, SettingsView } from "../../lib/contract";
import { call } from "../../lib/ipc";
import { directionOf, language } from "../../lib/i18n/language.svelte";
import { oneAtATime, onNews } from "../../lib/news";
import { app } from "../../lib/app.svelte";

class Choices {
  view = $state<SettingsView | null>(null);

  lists = $derived(this.view?.lists ?? null);
  transfer = $derived(this.lists?.transfer ?? null);
  /** Whether something changes without anybody pressing anything. */
  busy = $derived<boolean>(
    this.transfer?.state === "fetching" ||
      this.transfer?.state === "writing" ||
      this.lists?.verification?.state === "running",
  );

  private take(view: SettingsView | null): void {
    if (!view) return;
    this.view = view;
    document.documentElement.dataset.textSize = String(view.text_size);
    document.documentElement.lang = view.language;
    document.documentElement.dir = directionOf(view.language);
    if (language.code !== view.language) {
      language.code = view.language;
      void app.reread();
    }
  }

  /** Larger or smaller text, one of the sizes of the settings. */
  zoom(to: (sizes: readonly number[], now: number) => number): Promise<void> {
    const view = this.view;
    if (!view) return Promise.resolve();
    const percent = to(view.text_sizes, view.text_size);
    if (percent === view.text_size) return Promise.resolve();
    return this.apply(() => call("set_text_size", { percent }));
  }

  /** Whether a service may be asked; null while the person has yet to say so. */
  mayAsk(said: boolean | null): boolean | null {
    if (this.lists?.online === "never") return false;
    if (this.lists?.online === "yes") return said ?? true;
    return said;
  }

  /** A failure that is already shown stays. */
  async read(): Promise<void> {
    try {
      this.take(await call("settings", {}));
    } catch (error) {
      app.fail(error);
    }
  }

  /** Does something; what holds after a failure is shown too. */
  async apply(work: () => Promise<SettingsView | null>): Promise<void> {
    await app.attempt(async () => this.take(await work()));
    if (app.failure) this.take(await call("settings", {}).catch(() => null));
  }

  /** Whether the site of an open notice is asked for a newer statement once a day. */
  setUpdates(choice: OnlineCode): Promise<void> {
    return this.apply(() => call("set_updates", { choice }));
  }

  /** Follows the work on lists while a page is open. */
  watch(): () => void {
    const look = oneAtATime(async () => this.take(await call("settings", {}).catch(() => null)));
    return onNews("lists", look);
  }
}

export const choices = new Choices();
