// What the other side tells without being asked, over one channel for the whole window.
import type { News } from "./contract";
import { watchNews } from "./ipc";

type Heard = () => void | Promise<void>;

const listeners = new Map<News, Set<Heard>>();

/** Opens the channel. Once, at the start of the page. */
export function listenForNews(): void {
  watchNews(tell);
}

/** Tells those that wait for this; for the channel and for tests. */
export function tell(news: News): void {
  for (const heard of listeners.get(news) ?? []) void heard();
}

/** Calls `heard` each time until the function that this gives is called. */
export function onNews(news: News, heard: Heard): () => void {
  const all = listeners.get(news) ?? new Set<Heard>();
  listeners.set(news, all.add(heard));
  return () => all.delete(heard);
}

/** Runs `look` at most once at a time: what is told meanwhile makes it run once more afterwards. */
export function oneAtATime(look: () => Promise<void>): () => Promise<void> {
  let running = false;
  let again = false;
  return async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        await look();
      } while (again);
    } finally {
      running = false;
    }
  };
}
