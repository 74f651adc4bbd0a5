// The steps of a walk by how soon they should be done.
import type { StepView } from "../../lib/contract";

export interface Part {
  urgency: StepView["urgency"];
  steps: StepView[];
  /** How many are done or do not apply. */
  settled: number;
}

const ORDER: readonly StepView["urgency"][] = ["now", "today", "this_week"];

/** Those that have steps, the most urgent first. */
export function partsOf(steps: readonly StepView[]): Part[] {
  return ORDER.map((urgency) => {
    const own = steps.filter((step) => step.urgency === urgency);
    const settled = own.filter((step) => step.mark === "done" || step.mark === "not_for_me").length;
    return { urgency, steps: own, settled };
  }).filter((part) => part.steps.length > 0);
}
