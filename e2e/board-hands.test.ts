import { expect, type Locator, type Page, test } from "@playwright/test";
import type { Caller } from "../test/api";
import { aHousehold, aPlacement, aUnit, type BuiltHousehold, type BuiltUnit, step } from "../test/builders";
import { expectAccessible } from "./accessible";
import { callerOf, tokenOf } from "./caller";
import { barOn, drag, edgeOf, gridOf, hold, openBoard, type Spot, spotOf, TODAY } from "./on-board";
import { ownProduct } from "./own-product";
import { pressOption } from "./press-option";
import { signIn } from "./sign-in";

let manager: Caller;
const product = ownProduct({ today: TODAY }, async ({ url, home }) => {
  manager = callerOf(url, tokenOf(home, "manager.perugia@demo.example"));
});

test.use({ actionTimeout: 20_000 });

const room = (name: string, beds: number, facility: Record<string, unknown> = {}): Promise<BuiltUnit> => aUnit(manager, beds, { name: "Stanza 1" }, { name, ...facility });
const told = (page: Page, text: string | RegExp) => expect(page.getByRole("status").filter({ hasText: text })).toBeVisible();

function bedId(unit: BuiltUnit, number: number): string {
  const bed = unit.beds[number - 1];
  if (!bed) throw new Error(`no bed ${number}`);
  return bed.id;
}

/** A rule of one month, with one extension. */
async function oneMonth({ facilityId }: BuiltUnit): Promise<void> {
  const rule = { municipality: "G478", facilityId, validFrom: "2020-01-01", maxStay: { months: 1 }, maxExtensions: 1, extensionLength: { months: 1 } };
  expect((await manager("POST", "/stay-rules", { body: rule })).status).toBe(201);
}

/** Somebody of this name, there since the beginning of the month. */
async function inHouse(unit: BuiltUnit, familyName: string, exit: string): Promise<BuiltHousehold> {
  const household = await aHousehold(manager, [{ givenName: "Rosa", familyName }]);
  await step(manager, await aPlacement(manager, unit, "2027-02-01", exit, { householdId: household.id }), "arrival", { date: "2027-02-01" });
  return household;
}

async function chooseHousehold(page: Page, dialog: Locator, name: string): Promise<void> {
  await dialog.getByRole("combobox").fill(name);
  await pressOption(page.getByRole("option", { name: new RegExp(name) }));
}

/** Somebody who will have this bed. */
async function planned(unit: BuiltUnit, bed: string, arrival: string, exit: string): Promise<BuiltHousehold> {
  const household = await aHousehold(manager);
  const beds = [{ bedId: bed, personId: household.members[0]?.personId }];
  await aPlacement(manager, unit, arrival, exit, { householdId: household.id, beds });
  return household;
}

test("with the mouse: free days are chosen, somebody is placed on them, others are closed", { tag: "@desktop" }, async ({ page }) => {
  const unit = await room("Casa dei Tigli", 2);
  const [one, two] = [bedId(unit, 1), bedId(unit, 2)];
  await aHousehold(manager, [{ givenName: "Rosa", familyName: "Tigli" }]);
  await openBoard(page, product, unit);

  await test.step("place", async () => {
    await drag(page, await spotOf(page, one, "2027-02-12"), await spotOf(page, one, "2027-02-19"));
    const card = page.getByRole("dialog", { name: "Libero" });
    await expect(card).toContainText("Dal 12 febbraio 2027 al 20 febbraio 2027: 8 notti");
    await expectAccessible(page);
    await card.getByRole("button", { name: "Assegna qui" }).click();
    const dialog = page.getByRole("dialog", { name: /Stanza 1/ });
    await chooseHousehold(page, dialog, "Tigli");
    await expect(dialog).toContainText("8 notti");
    await dialog.getByRole("button", { name: "Conferma" }).click();
    await told(page, "Stanza 1");
    await expect(barOn(page, one, /dal 12 febbraio al 20 febbraio, previsto/)).toBeVisible();
    await expect(page).toHaveURL(/tabellone/);
    await expect(dialog).toHaveCount(0);
  });

  await test.step("close", async () => {
    await drag(page, await spotOf(page, two, "2027-02-16"), await spotOf(page, two, "2027-02-15"));
    await page.getByRole("button", { name: "Chiudi il letto" }).click();
    const dialog = page.getByRole("dialog", { name: /indisponibilità/i });
    await expect(dialog.getByRole("spinbutton", { name: /^giorno, .*Dal/ })).toHaveText("15");
    await dialog.getByRole("button", { name: /Motivo/ }).click();
    await pressOption(page.getByRole("option", { name: /manutenzione/i }));
    await dialog.getByRole("button", { name: "Salva" }).click();
    await expect(barOn(page, two, /manutenzione/)).toBeVisible();
    await expect(dialog).toHaveCount(0);
  });

  await test.step("taken back", async () => {
    await expectAccessible(page);
    await page.getByRole("button", { name: "Annulla" }).click();
    await told(page, "Annullato");
    await expect(barOn(page, two, /manutenzione/)).toHaveCount(0);
  });

  await test.step("called off, nothing opens", async () => {
    const [from, to] = [await spotOf(page, two, "2027-02-20"), await spotOf(page, two, "2027-02-25")];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await expect(page.locator("[data-ghost]")).toContainText("20 feb – 26 feb, 6 notti");
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await expect(page.locator("[data-ghost]")).toHaveCount(0);
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
});

test("with the mouse: to another bed, to an earlier exit, beyond the limit; what cannot be is refused in place with what would work", { tag: "@desktop" }, async ({ page }) => {
  const unit = await room("Casa dei Noci", 3);
  await oneMonth(unit);
  const [one, two, three] = [bedId(unit, 1), bedId(unit, 2), bedId(unit, 3)];
  const mover = await inHouse(unit, "Noci", "2027-02-20");
  const other = await inHouse(unit, "Altri", "2027-02-26");
  await openBoard(page, product, unit);
  const dialog = page.getByRole("dialog");

  await test.step("onto a bed that is taken: who is there, and the nearest that is free", async () => {
    await hold(page, await spotOf(page, one, "2027-02-14"), await spotOf(page, two, "2027-02-14"));
    await expect(page.locator("[data-ghost]")).toContainText(`Letto 2, dal 10 febbraio al 20 febbraio: nucleo ${other.code} dal 1 febbraio al 26 febbraio`);
    await expectAccessible(page);
    await page.mouse.up();
    await expect(dialog).toContainText(`Letto 2: nucleo ${other.code} dal 1 febbraio al 26 febbraio`);
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Letto 3, Stanza 1, Casa dei Noci" }).click();
    await expect(dialog.getByRole("button", { name: "Rosa Noci" })).toContainText("letto 3");
    await dialog.getByRole("button", { name: "Conferma il trasferimento" }).click();
    await told(page, "Trasferimento registrato");
    await expect(barOn(page, three, new RegExp(`nucleo ${mover.code} dal 10 febbraio al 20 febbraio, presente`))).toBeVisible();
    await expect(dialog).toHaveCount(0);
  });

  await test.step("the end to the left", async () => {
    await drag(page, await edgeOf(page, three, "2027-02-20"), await spotOf(page, three, "2027-02-16"));
    await expect(dialog.getByRole("spinbutton", { name: /^giorno,/ })).toHaveText("17");
    await dialog.getByRole("button", { name: "Salva" }).click();
    await expect(barOn(page, three, /dal 10 febbraio al 17 febbraio/)).toBeVisible();
    await expect(dialog).toHaveCount(0);
  });

  await test.step("the end beyond the limit", async () => {
    await hold(page, await edgeOf(page, three, "2027-02-17"), await spotOf(page, three, "2027-03-05"));
    await expect(page.locator("[data-ghost]")).toContainText("Uscita il 6 marzo: oltre il limite del 1 marzo, si chiede una proroga");
    await page.mouse.up();
    await expect(dialog.getByRole("spinbutton", { name: /^giorno,/ })).toHaveText("06");
    await dialog.getByRole("button", { name: /Motivo/ }).click();
    await pressOption(page.getByRole("option", { name: /salute/i }));
    await dialog.getByRole("button", { name: "Invia la richiesta" }).click();
    await told(page, /6 marzo/);
  });

  await test.step("the end over who comes next: the latest exit that works", async () => {
    await planned(unit, three, "2027-02-24", "2027-02-28");
    await expect(barOn(page, three, /dal 24 febbraio al 28 febbraio, previsto/)).toBeVisible();
    await expect(dialog).toHaveCount(0);
    await drag(page, await edgeOf(page, three, "2027-02-17"), await spotOf(page, three, "2027-02-26"));
    await expect(dialog).toContainText(/Letto 3: nucleo N-\d+ dal 24 febbraio al 28 febbraio/);
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Uscita il 24 febbraio 2027" }).click();
    await expect(dialog.getByRole("spinbutton", { name: /^giorno,/ })).toHaveText("24");
    await dialog.getByRole("button", { name: "Salva" }).click();
    await expect(barOn(page, three, /dal 10 febbraio al 24 febbraio/)).toBeVisible();
    await expect(dialog).toHaveCount(0);
  });

  await test.step("onto a bed that somebody is given meanwhile: who it is", async () => {
    await drag(page, await spotOf(page, three, "2027-02-14"), await spotOf(page, one, "2027-02-14"));
    await expect(dialog.getByRole("button", { name: "Rosa Noci" })).toContainText("letto 1");
    const quicker = await planned(unit, one, "2027-02-12", "2027-02-15");
    await dialog.getByRole("button", { name: "Conferma il trasferimento" }).click();
    await expect(dialog.getByRole("alert").filter({ hasText: "Il trasferimento non è possibile" })).toContainText(quicker.code);
    await page.keyboard.press("Escape");
    await expect(barOn(page, one, new RegExp(`nucleo ${quicker.code}`))).toBeVisible();
  });
});

test("by keyboard alone: free days are chosen and somebody is placed on them, moved, and stays longer", { tag: "@desktop" }, async ({ page }) => {
  const { keyboard } = page;
  const unit = await room("Casa dei Pini", 2);
  await aHousehold(manager, [{ givenName: "Lia", familyName: "Pini" }]);
  await openBoard(page, product, unit);
  await page.getByRole("main").focus();
  for (let times = 0; times < 40 && !(await gridOf(page).locator(":focus").count()); times += 1) await keyboard.press("Tab");
  const focused = gridOf(page).locator("[data-focus-cell]");
  await expect(focused).toBeFocused();

  await test.step("place", async () => {
    for (let times = 0; times < 4; times += 1) await keyboard.press("Shift+ArrowRight");
    await expect(focused).toHaveAttribute("aria-label", /14 febbraio 2027: libero/);
    await expect(page.getByText("Dal 10 febbraio 2027 al 15 febbraio 2027: 5 notti")).toBeAttached();
    await keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Libero" })).toContainText("5 notti");
    await focusByTab(page, "Assegna qui");
    await keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: /Stanza 1/ });
    await expect(dialog.getByRole("combobox")).toBeVisible();
    await focusByTab(page, "", "combobox");
    await keyboard.type("Pini");
    await expect(page.getByRole("option", { name: /Lia Pini/ })).toBeVisible();
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await expect(dialog).toContainText("Lia Pini");
    await focusByTab(page, "Conferma");
    await keyboard.press("Enter");
    await expect(barOn(page, bedId(unit, 1), /dal 10 febbraio al 15 febbraio, previsto/)).toBeVisible();
    await expect(focused).toBeFocused();
  });

  await test.step("move", async () => {
    await keyboard.press("m");
    await keyboard.press("ArrowDown");
    await expect(page.getByText("Letto 2, Stanza 1, Casa dei Pini, dal 10 febbraio al 15 febbraio: libero").first()).toBeAttached();
    await expectAccessible(page);
    await keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Trasferisci in un altro posto" })).toContainText("Lia Pini");
    await focusByTab(page, "Conferma il trasferimento");
    await keyboard.press("Enter");
    await expect(barOn(page, bedId(unit, 2), /dal 10 febbraio al 15 febbraio, previsto/)).toBeVisible();
    await expect(focused).toBeFocused();
    await expect(focused).toHaveAttribute("aria-label", /^Letto 2/);
  });

  await test.step("called off, it stays where it was", async () => {
    await keyboard.press("m");
    await keyboard.press("ArrowUp");
    await expect(page.locator("[data-ghost]")).toHaveCount(1);
    await keyboard.press("Escape");
    await expect(page.locator("[data-ghost]")).toHaveCount(0);
    await expect(focused).toHaveAttribute("aria-label", /^Letto 2/);
  });

  await test.step("extend", async () => {
    await keyboard.press("e");
    for (let times = 0; times < 3; times += 1) await keyboard.press("ArrowRight");
    await keyboard.press("Enter");
    await expect(page.getByRole("dialog").getByRole("spinbutton", { name: /^giorno,/ })).toHaveText("18");
    await focusByTab(page, "Salva");
    await keyboard.press("Enter");
    await expect(barOn(page, bedId(unit, 2), /dal 10 febbraio al 18 febbraio, previsto/)).toBeVisible();
    await expect(focused).toBeFocused();
  });

  await test.step("take it back", async () => {
    await keyboard.press("F6");
    await expect(page.getByRole("button", { name: "Annulla" })).toBeFocused();
    await keyboard.press("Enter");
    await told(page, "Annullato");
    await expect(barOn(page, bedId(unit, 2), /dal 10 febbraio al 15 febbraio, previsto/)).toBeVisible();
    await expect(focused).toBeFocused();
  });
});

async function focusByTab(page: Page, name: string, role = ""): Promise<void> {
  const focused = () => page.evaluate(() => [document.activeElement?.textContent ?? "", document.activeElement?.getAttribute("role") ?? ""]);
  const isThere = async () => {
    const [text, kind] = await focused();
    return role === "" ? (text ?? "").startsWith(name) : kind === role;
  };
  for (let times = 0; times < 40 && !(await isThere()); times += 1) await page.keyboard.press("Tab");
  expect(await isThere()).toBe(true);
}

test("who does not fit where they were dropped is told why before it is sent, and where they would", { tag: "@desktop" }, async ({ page }) => {
  const unit = await room("Casa delle Querce", 2, { genderPolicy: "men" });
  await aUnit(manager, 1, { name: "Stanza 9", genderPolicy: "women" }, { id: unit.facilityId });
  const household = await aHousehold(manager, [{ givenName: "Ida", familyName: "Querce" }]);
  await openBoard(page, product, unit);
  await drag(page, await spotOf(page, bedId(unit, 1), "2027-02-12"), await spotOf(page, bedId(unit, 1), "2027-02-19"));
  await page.getByRole("button", { name: "Assegna qui" }).click();
  const dialog = page.getByRole("dialog");
  await chooseHousehold(page, dialog, "Querce");
  const notice = dialog.getByRole("alert").filter({ hasText: "L’assegnazione non è possibile" });
  await expect(notice).toContainText("Si può invece:");
  await expectAccessible(page);
  await notice.getByRole("button", { name: "Stanza 9, Casa delle Querce" }).click();
  await expect(notice).toHaveCount(0);
  await dialog.getByRole("button", { name: "Conferma l’assegnazione" }).click();
  await told(page, "Inserimento previsto in Stanza 9");

  await test.step("what somebody has changed meanwhile is not taken back, and it is said why", async () => {
    const { body: { placements: [placed] } } = await manager<{ placements: { id: string }[] }>("GET", `/households/${household.id}`);
    expect((await manager("PATCH", `/placements/${placed?.id}`, { body: { exit: "2027-02-25" } })).status).toBe(200);
    await expect(dialog).toHaveCount(0);
    await page.getByRole("button", { name: "Annulla", exact: true }).click();
    await expect(page.getByRole("dialog", { name: "Non si può annullare" }).getByRole("alert")).toContainText(/nel frattempo/i);
    await expectAccessible(page);
  });
});

test("on a weak connection nobody is sent away with others unasked: without their household's file the dialog says what is missing, and goes on when it is there", { tag: "@phone" }, async ({ page }) => {
  const unit = await room("Casa dei Frassini", 2);
  const household = await aHousehold(manager, [{ givenName: "Rosa", familyName: "Frassini" }, { givenName: "Lia", familyName: "Frassini" }]);
  await step(manager, await aPlacement(manager, unit, "2027-02-01", "2027-02-20", { householdId: household.id }), "arrival", { date: "2027-02-01" });
  await signIn(page, product, "operator", `/tabellone?facilityId=${unit.facilityId}`);
  const file = new RegExp(`/households/${household.id}$`);
  const dialog = page.getByRole("dialog");
  const leave = () => dialog.getByRole("button", { name: "Registra uscita" });

  await page.route(file, (route) => route.abort());
  await page.getByRole("button", { name: new RegExp(`nucleo ${household.code}`) }).first().tap();
  await leave().tap();
  await expect(dialog.getByRole("alert").filter({ hasText: "connessione" })).toBeVisible();
  await leave().tap();
  await expect(dialog.getByRole("group", { name: "Chi esce" })).toHaveCount(0);
  expect((await manager("GET", `/households/${household.id}`)).body).toMatchObject({ placements: [{ status: "in_house" }] });

  await page.unroute(file);
  await leave().tap();
  await dialog.locator("label").filter({ hasText: "Rosa Frassini" }).tap();
  await expect(dialog.getByRole("alert")).toHaveCount(0);
  for (const [field, choice] of [[/Motivo/, "autonomia raggiunta"], [/Destinazione/, "affitto privato"]] as const) {
    await dialog.getByRole("button", { name: field }).tap();
    await pressOption(page.getByRole("option", { name: choice, exact: true }));
  }
  await leave().tap();
  await expect(dialog).toHaveCount(0);
  expect((await manager("GET", `/households/${household.id}`)).body).toMatchObject({ placements: [{ status: "in_house", stays: [{ status: "in_house" }, { status: "ended" }] }] });
});

test("who is to come is moved to other days, by mouse and by keyboard; where somebody else is then, the nearest days are offered", { tag: "@desktop" }, async ({ page }) => {
  const unit = await room("Casa dei Salici", 1);
  const bed = bedId(unit, 1);
  await planned(unit, bed, "2027-02-14", "2027-02-18");
  await planned(unit, bed, "2027-02-22", "2027-02-26");
  await openBoard(page, product, unit);
  const dialog = page.getByRole("dialog");

  await test.step("refused", async () => {
    await drag(page, await spotOf(page, bed, "2027-02-15"), await spotOf(page, bed, "2027-02-20"));
    await expect(dialog).toContainText("Letto 1: nucleo");
    await expect(dialog.getByRole("button", { name: "Dal 18 febbraio 2027 al 22 febbraio 2027" })).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Dal 18 febbraio 2027 al 22 febbraio 2027" }).click();
    await expect(dialog).toContainText("Sposta ad altri giorni");
    await expect(dialog).toContainText("4 notti");
    await dialog.getByRole("button", { name: "Salva" }).click();
    await told(page, "dal 18 febbraio 2027 al 22 febbraio 2027");
    await expect(barOn(page, bed, /dal 18 febbraio al 22 febbraio, previsto/)).toBeVisible();
  });

  await test.step("taken back", async () => {
    await page.getByRole("button", { name: "Annulla", exact: true }).click();
    await expect(barOn(page, bed, /dal 14 febbraio al 18 febbraio, previsto/)).toBeVisible();
  });

  await test.step("by keyboard", async () => {
    const { x, y } = await spotOf(page, bed, "2027-02-14");
    await page.mouse.click(x, y);
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(gridOf(page).locator("[data-focus-cell]")).toBeFocused();
    for (const key of ["m", "ArrowLeft", "ArrowLeft", "Enter"]) await page.keyboard.press(key);
    await expect(dialog).toContainText("Sposta ad altri giorni");
    await dialog.getByRole("button", { name: "Salva" }).click();
    await expect(barOn(page, bed, /dal 12 febbraio al 16 febbraio, previsto/)).toBeVisible();
  });
});

test("by keyboard the arrows lead on over the edge of what is shown", { tag: "@desktop" }, async ({ page }) => {
  const unit = await room("Casa dei Faggi", 1);
  await openBoard(page, product, unit);
  const focused = gridOf(page).locator("[data-focus-cell]");
  await focused.focus();
  await page.keyboard.press("End");
  await expect(focused).toHaveAttribute("aria-label", /13 marzo 2027/);
  await page.keyboard.press("ArrowRight");
  await expect(focused).toHaveAttribute("aria-label", /14 marzo 2027/);
  await expect(focused).toBeFocused();
  await expect(page).toHaveURL(/from=2027-02-21/);
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true });

  test("a long press takes a bar up and carries it to another bed; before that the page scrolls", { tag: "@desktop" }, async ({ page }) => {
    const unit = await room("Casa dei Salici", 2);
    const [one, two] = [bedId(unit, 1), bedId(unit, 2)];
    const mover = await inHouse(unit, "Salici", "2027-02-20");
    await openBoard(page, product, unit);
    const finger = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: Spot[]) => finger.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    const from = await spotOf(page, one, "2027-02-14");

    await touch("touchStart", [from]);
    await touch("touchMove", [{ x: from.x, y: from.y + 20 }]);
    await touch("touchEnd", []);
    await expect(page.getByRole("dialog")).toHaveCount(0);

    const [again, there] = [await spotOf(page, one, "2027-02-14"), await spotOf(page, two, "2027-02-14")];
    await touch("touchStart", [again]);
    await expect(page.locator("[data-ghost]")).toBeVisible();
    await touch("touchMove", [{ x: again.x, y: (again.y + there.y) / 2 }]);
    await touch("touchMove", [there]);
    await expect(page.locator("[data-ghost]")).toContainText("Letto 2, dal 10 febbraio al 20 febbraio: libero");
    await touch("touchEnd", []);
    const dialog = page.getByRole("dialog", { name: "Trasferisci in un altro posto" });
    await dialog.getByRole("button", { name: "Conferma il trasferimento" }).click();
    await expect(barOn(page, two, new RegExp(`nucleo ${mover.code} dal 10 febbraio`))).toBeVisible();
    await expect(dialog).toHaveCount(0);
    await page.getByRole("button", { name: "Annulla", exact: true }).tap();
    await told(page, "Annullato");
    await expect(barOn(page, one, new RegExp(`nucleo ${mover.code} dal 10 febbraio al 20 febbraio`))).toBeVisible();
  });
});

test("on a phone somebody is placed from a free bed's card, and it is taken back", { tag: "@phone" }, async ({ page }) => {
  const unit = await room("Casa dei Gelsi", 1);
  await aHousehold(manager, [{ givenName: "Eva", familyName: "Gelsi" }]);
  await signIn(page, product, "operator", `/tabellone?facilityId=${unit.facilityId}`);
  const beds = page.getByRole("region", { name: "Alloggi" });
  await beds.getByRole("button", { name: "Letto 1: libero" }).tap();
  await page.getByRole("dialog", { name: "Libero" }).getByRole("button", { name: "Assegna qui" }).tap();
  const dialog = page.getByRole("dialog", { name: /Stanza 1/ });
  await chooseHousehold(page, dialog, "Gelsi");
  await dialog.getByRole("button", { name: "Conferma l’assegnazione" }).tap();
  await expect(beds.getByRole("button", { name: /nucleo N-\d+ dal 10 febbraio al 10 marzo/ }).first()).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Annulla", exact: true }).tap();
  await told(page, "Annullato");
  await expect(beds.getByRole("button", { name: "Letto 1: libero" })).toBeVisible();
});
