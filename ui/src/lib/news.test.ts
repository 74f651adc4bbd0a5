import { expect, test } from "vitest";
import { onNews, oneAtATime, tell } from "./news";

test("a listener hears its own kind of news until it is taken away", () => {
  let heard = 0;
  const away = onNews("audit", () => {
    heard += 1;
  });
  tell("audit");
  tell("lists");
  away();
  tell("audit");
  expect(heard).toBe(1);
});

test("what is told during a look makes one more look, not one each", async () => {
  let looks = 0;
  let end: () => void = () => undefined;
  const look = oneAtATime(async () => {
    looks += 1;
    if (looks === 1) await new Promise<void>((resolve) => (end = resolve));
  });
  const first = look();
  void look();
  void look();
  expect(looks).toBe(1);
  end();
  await first;
  expect(looks).toBe(2);
});

test("a look that fails does not keep the next one from running", async () => {
  let looks = 0;
  const look = oneAtATime(() => {
    looks += 1;
    return looks === 1 ? Promise.reject(new Error("no")) : Promise.resolve();
  });
  await expect(look()).rejects.toThrow("no");
  await look();
  expect(looks).toBe(2);
});
