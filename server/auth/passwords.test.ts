import { expect, test } from "vitest";
import { acceptable } from "./passwords";

const anna = { email: "anna.bianchi@comune.example", name: "Anna Bianchi" };

test.each([
  ["the most common one, with an ending", "Password2024!!"],
  ["with letters that look like others", "P@ssw0rd1234"],
  ["twice", "trustno1trustno1"],
  ["one character", "aaaaaaaaaaaa"],
  ["a group of characters", "abcabcabcabc"],
  ["a run of digits", "123456789012"],
  ["a run of keys", "qwertyuiopasdf"],
  ["columns of keys", "1qaz2wsx3edc"],
  ["an Italian word and a year", "Benvenuto2024"],
  ["a city and a year", "Napoli1926!!"],
  ["a season and a year", "Estate2026!!"],
  ["a team", "forzajuventus"],
  ["the product's name", "Postoletto!!!!"],
  ["the product's name and a year", "postoletto2027"],
  ["the person's name and a year", "AnnaBianchi1990"],
  ["the person's account", "anna.bianchi123"],
])("a password is refused that is %s: %s", async (_what, password) => {
  expect(await acceptable(password, anna)).toEqual({ ok: false, failure: { code: "password_known" } });
});

test.each(["una lunga frase", "un'altra lunga frase", "a long and quiet password", "quattro rane verdi", "mela pera banana", "il gatto dorme sul divano", "correct-horse-battery", "kX9#mQ2$vL7!", "letto-3fa94bc01d26"])(
  "an ordinary phrase or a random one is taken: %s",
  async (password) => {
    expect(await acceptable(password, anna)).toEqual({ ok: true, value: password });
  },
);

test.each([
  ["password_too_short", "undici lett"],
  ["password_too_long", "lunga frase ".repeat(17)],
  ["password_is_email", "Anna.Bianchi@comune.example"],
])("%s", async (code, password) => {
  expect(await acceptable(password, anna)).toMatchObject({ ok: false, failure: { code } });
});
