import { expect, type Page } from "@playwright/test";

/** Presses a step of the page's header: a button, on a phone perhaps in the menu beside the first. */
export async function takeStep(page: Page, name: string): Promise<void> {
  const button = page.getByRole("main").getByRole("button", { name, exact: true });
  const more = page.getByRole("button", { name: "Altre azioni" });
  await expect(button.or(more).first()).toBeVisible();
  if (await button.isVisible()) return button.click();
  await more.click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}
