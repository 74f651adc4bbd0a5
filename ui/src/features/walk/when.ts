// How soon a step is to be done, how long it takes and what it costs, in one line.
import type { CostView, StepView } from "../../lib/contract";
import { t } from "../../lib/i18n";

function costs(cost: CostView): string {
  switch (cost.kind) {
    case "free":
      return t("cost-free");
    case "up_to":
      return t("cost-up-to", { amount: cost.amount });
  }
  return cost satisfies never;
}

export function whenOf(step: StepView): string {
  const when = t("step-when", { urgency: t(`urgency-${step.urgency}`), minutes: step.minutes });
  return step.cost === null ? when : t("step-when-cost", { when, cost: costs(step.cost) });
}
