import { expect, type Locator } from "@playwright/test";

/**
 * Presses an option once its list is shown. On a phone a list waits, unseen, up to 600 ms for the keyboard of the screen; Playwright, which
 * does not find it under the pointer, meanwhile scrolls the page behind the dialog, and the press ends beside the list.
 */
export async function pressOption(option: Locator): Promise<void> {
  const opacity = () => option.evaluate((element) => getComputedStyle(element.closest("[data-trigger]") ?? element).opacity);
  await expect(async () => expect(await opacity()).toBe("1")).toPass();
  await option.click();
}
