import { expect, test } from "@playwright/test";
import { ownProduct } from "./own-product";
import { visitsOf, type Visits } from "./visits";
import { weigh } from "./weight";

/** Kilobytes of JavaScript that a first visit loads, as they travel: what it was when written down, and a tenth for growth with a reason. */
const BOUNDS: Record<string, number> = { "/accesso": 265, "/disponibilita": 430 };

let all: Visits;
const product = ownProduct({ today: "2027-02-10" }, async (started) => {
  all = await visitsOf(started);
});

for (const [route, bound] of Object.entries(BOUNDS)) {
  test(`a first visit to ${route} loads no more JavaScript than it should @desktop`, async ({ browser }) => {
    const visit = all.visits.find((each) => each.route === route);
    if (!visit) throw new Error(`${route} is no page`);
    const scripts = await weigh(browser, product, all, visit);
    expect(scripts.length).toBeGreaterThan(3);
    expect(Math.round(scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1024)).toBeLessThan(bound);
  });
}
