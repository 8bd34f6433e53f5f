import { expect, test } from "@playwright/test";
import type { Caller } from "../test/api";
import { aFacility, aHousehold, aPlacement, aUnit, departure, step } from "../test/builders";
import { expectAccessible } from "./accessible";
import { callerOf, tokenOf } from "./caller";
import { ownProduct } from "./own-product";
import { signIn } from "./sign-in";

const PERSON = { givenName: "Zeynep", familyName: "Aydın", birthDate: "1985-05-05" };
let fileOf: string;

async function ruled(manager: Caller, municipality: string) {
  const { id } = await aFacility(manager, { municipality, name: "Casa della Rete" });
  const rule = { municipality, facilityId: id, validFrom: "2020-01-01", maxStay: { days: 30 }, counting: "cumulative", clockScope: "network", clockGroup: "accoglienza" };
  expect((await manager("POST", "/stay-rules", { body: rule })).status).toBe(201);
  return aUnit(manager, 1, {}, { id, municipality });
}

const product = ownProduct({ today: "2027-02-10" }, async ({ url, home }) => {
  const [manager, torinese] = [callerOf(url, tokenOf(home, "manager.perugia@demo.example")), callerOf(url, tokenOf(home, "manager.torino@demo.example"))];
  const away = await aHousehold(torinese, [PERSON], { municipality: "L219" });
  const stay = await aPlacement(torinese, await ruled(torinese, "L219"), "2027-01-05", "2027-01-25", { householdId: away.id });
  await step(torinese, stay, "arrival", { date: "2027-01-05" });
  await step(torinese, stay, "departure", departure("2027-01-25"));
  const household = await aHousehold(manager, [{ ...PERSON, givenName: "AYDIN", familyName: "Zeynep" }]);
  await aPlacement(manager, await ruled(manager, "G478"), "2027-02-10", "2027-02-20", { householdId: household.id });
  fileOf = `/nuclei/${household.id}`;
});

test("a social worker says that it is the same person, the clock counts the nights elsewhere, and it is taken back where it was said", { tag: "@desktop" }, async ({ page }) => {
  await signIn(page, product, "social_worker", fileOf);
  const notices = page.getByRole("list", { name: "Persone che la rete potrebbe già conoscere" });
  const clock = page.getByRole("region", { name: "Contatore di permanenza" });
  await expect(notices).toContainText("AYDIN Zeynep: nella rete c’è già una persona con lo stesso nome e la stessa data di nascita");
  await expect(clock).toContainText("fino al 12 marzo 2027");
  await expect(clock).not.toContainText("In altri luoghi");
  await expectAccessible(page);

  await notices.getByRole("button", { name: "È la stessa persona" }).click();
  await expect(notices).toContainText("confermata la stessa persona anche in un altro comune");
  await expect(clock).toContainText("In altri luoghi, che qui non si vedono20 notti usate");
  await expect(clock).toContainText("fino al 20 febbraio 2027");
  const takeBack = notices.getByRole("button", { name: "Annulla questa decisione" });
  await expect(takeBack).toBeFocused();
  await expectAccessible(page);

  await page.setViewportSize({ width: 390, height: 844 });
  await takeBack.click();
  await expect(clock).not.toContainText("In altri luoghi");
  await notices.getByRole("button", { name: "È un’altra persona" }).click();
  await expect(notices).toContainText("c’è un’altra persona con lo stesso nome");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});
