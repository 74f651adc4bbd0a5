// The keys of the window.

/** What a key asks for. */
export type Wish = "zoom-in" | "zoom-out" | "zoom-reset" | "back" | "home" | "settings" | "print" | "help";

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** What was asked for; null where the key is not one of ours. */
export function wishOf({ key, ctrlKey, metaKey, altKey }: Pressed): Wish | null {
  if (key === "F1") return "help";
  if (altKey && !ctrlKey && !metaKey) return key === "ArrowLeft" ? "back" : key === "Home" ? "home" : null;
  if (ctrlKey === metaKey || altKey) return null;
  switch (key) {
    case "+":
    case "=":
      return "zoom-in";
    case "-":
      return "zoom-out";
    case "0":
      return "zoom-reset";
    case ",":
      return "settings";
    case "p":
    case "P":
      return "print";
    default:
      return null;
  }
}

/** The next larger or smaller of these sizes; the one it is where there is none. */
export function stepped(sizes: readonly number[], now: number, by: 1 | -1): number {
  const at = sizes.indexOf(now);
  return sizes[Math.min(sizes.length - 1, Math.max(0, at + by))] ?? now;
}
