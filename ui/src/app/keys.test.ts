import { describe, expect, it } from "vitest";
import { stepped, wishOf } from "./keys";

const none = { ctrlKey: false, metaKey: false, altKey: false };

describe("wishOf", () => {
  it("knows the keys of the window with Control, and with Command on a Mac", () => {
    expect(wishOf({ ...none, key: "+", ctrlKey: true })).toBe("zoom-in");
    expect(wishOf({ ...none, key: "-", metaKey: true })).toBe("zoom-out");
    expect(wishOf({ ...none, key: "0", ctrlKey: true })).toBe("zoom-reset");
    expect(wishOf({ ...none, key: "ArrowLeft", altKey: true })).toBe("back");
    expect(wishOf({ ...none, key: "F1" })).toBe("help");
  });

  it("leaves what is typed alone", () => {
    expect(wishOf({ ...none, key: "+" })).toBeNull();
    expect(wishOf({ ...none, key: "0", ctrlKey: true, altKey: true })).toBeNull();
    expect(wishOf({ ...none, key: "a", ctrlKey: true })).toBeNull();
  });
});

describe("stepped", () => {
  it("goes to the next size and stays at the ends", () => {
    const sizes = [100, 125, 150];
    expect(stepped(sizes, 100, 1)).toBe(125);
    expect(stepped(sizes, 150, 1)).toBe(150);
    expect(stepped(sizes, 100, -1)).toBe(100);
  });
});
