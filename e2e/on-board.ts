import { expect, type Locator, type Page } from "@playwright/test";
import { addDays, nightsBetween } from "../domain/day";
import { settled } from "./settled";
import { signIn } from "./sign-in";
import type { Product } from "./start";

/** Today of these tests, and the first of the six weeks that the board shows then: ten days of them have gone by. */
export const TODAY = "2027-02-10";
const FIRST = "2027-01-31";
const SHOWN = 42;

export type Spot = { x: number; y: number };

export const gridOf = (page: Page): Locator => page.getByRole("grid");

/** Somebody of this role before the board of one facility. */
export async function openBoard(page: Page, product: Product, { facilityId }: { facilityId: string }, role = "operator"): Promise<void> {
  await signIn(page, product, role, `/tabellone?facilityId=${facilityId}`);
  await expect(gridOf(page)).toBeVisible();
  await settled(page);
}

/** Where the middle of a day is on a bed's line. */
export async function spotOf(page: Page, bedId: string, day: string): Promise<Spot> {
  const box = await gridOf(page).locator(`[data-line="${bedId}"] [data-days]`).boundingBox();
  if (!box) throw new Error("the line is not there");
  return { x: box.x + ((nightsBetween(FIRST, day) + 0.5) / SHOWN) * box.width, y: box.y + box.height / 2 };
}

/** The right edge of a bar that ends on this day. */
export async function edgeOf(page: Page, bedId: string, exit: string): Promise<Spot> {
  const { x, y } = await spotOf(page, bedId, exit);
  const { x: before } = await spotOf(page, bedId, addDays(exit, -1));
  return { x: (x + before) / 2 - 4, y };
}

/** Presses in one place and moves to another, without letting go. */
export async function hold(page: Page, from: Spot, to: Spot): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
}

export async function drag(page: Page, from: Spot, to: Spot): Promise<void> {
  await hold(page, from, to);
  await page.mouse.up();
}

/** The bar of a bed that says this. */
export const barOn = (page: Page, bedId: string, name: RegExp): Locator => gridOf(page).locator(`[data-line="${bedId}"]`).getByRole("gridcell", { name }).and(page.locator("[aria-colspan]"));
