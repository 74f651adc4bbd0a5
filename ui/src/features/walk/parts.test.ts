import { describe, expect, it } from "vitest";
import type { StepView } from "../../lib/contract";
import { partsOf } from "./parts";

function step(id: string, urgency: StepView["urgency"], mark: StepView["mark"]): StepView {
  return { id, urgency, mark } as StepView;
}

describe("partsOf", () => {
  it("has the most urgent part first and leaves out a part without steps", () => {
    const parts = partsOf([step("a", "this_week", null), step("b", "now", null)]);
    expect(parts.map((part) => part.urgency)).toEqual(["now", "this_week"]);
  });

  it("counts what is done or does not apply, and not what was put off", () => {
    const [part] = partsOf([
      step("a", "now", "done"),
      step("b", "now", "not_for_me"),
      step("c", "now", "later"),
      step("d", "now", null),
    ]);
    expect(part?.settled).toBe(2);
    expect(part?.steps).toHaveLength(4);
  });
});
