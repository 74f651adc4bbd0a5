// Keys and publisher card. Passphrases go through here to Rust and are not held.
import type { Commands, KeysView, MadeCardView, MadeKeyView } from "../../lib/contract";
import { call, makeCard, makeKey } from "../../lib/ipc";
import { app } from "../../lib/app.svelte";

class Keys {
  view = $state<KeysView | null>(null);
  made = $state<MadeKeyView | null>(null);
  card = $state<MadeCardView | null>(null);
  /** What is worked on, so that nothing is pressed twice. */
  working = $state<"key" | "card" | null>(null);

  enter(from: "desk" | "draft"): Promise<void> {
    return app.attempt(async () => {
      this.view = await call("desk_keys", {});
      this.made = null;
      this.card = null;
      app.go({ at: "keys", from });
    });
  }

  choose(what: Commands["desk_keys_choose"]["args"]["what"]): Promise<void> {
    return app.attempt(async () => {
      this.view = await call("desk_keys_choose", { what });
    });
  }

  drop(what: Commands["desk_keys_drop"]["args"]["what"], at: number): Promise<void> {
    return app.attempt(async () => {
      this.view = await call("desk_keys_drop", { what, at });
    });
  }

  async makeKey(passphrase: string, root: boolean): Promise<boolean> {
    this.working = "key";
    this.made = null;
    await app.attempt(async () => {
      this.made = await makeKey(passphrase, root);
      this.view = this.made.keys;
    });
    this.working = null;
    return this.made !== null;
  }

  async makeCard(
    passphrases: readonly string[],
    name: string,
    domains: string[],
    days: number,
    leaveOut: boolean,
  ): Promise<boolean> {
    this.working = "card";
    this.card = null;
    await app.attempt(async () => {
      this.card = await makeCard(passphrases, { name, domains, days, leave_out: leaveOut });
      this.view = this.card.keys;
    });
    this.working = null;
    return this.card !== null;
  }
}

export const keys = new Keys();
