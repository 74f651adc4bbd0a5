// A page that changes above what somebody looks at must not move it away from under their pointer. Other browsers keep
// it in place by themselves; the web view of Linux and macOS does not.
import { tick } from "svelte";

/** Makes the change, and scrolls by as much as it moved what is in the middle of the window, or has the focus there. */
export async function steady(change: () => void): Promise<void> {
  const inSight = (part: Element | null) => {
    const place = part?.getBoundingClientRect();
    return place !== undefined && place.bottom > 0 && place.top < window.innerHeight;
  };
  const focused = document.activeElement === document.body ? null : document.activeElement;
  const held = inSight(focused) ? focused : document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 2);
  const before = held?.getBoundingClientRect().top ?? 0;
  change();
  await tick();
  if (held?.isConnected) window.scrollBy({ top: held.getBoundingClientRect().top - before, behavior: "instant" });
}
