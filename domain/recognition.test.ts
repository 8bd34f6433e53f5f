import { expect, test } from "vitest";
import { recognisedBy } from "./recognition";

const by = (givenName: string, familyName: string, birthDate = "1980-01-31") => recognisedBy({ givenName, familyName, birthDate });
const named = ([givenName, familyName]: readonly [string, string]) => by(givenName, familyName);

test.each<[string, [string, string], [string, string]]>([
  ["accents", ["Nicolò", "Pérez Núñez"], ["Nicolo", "Perez Nunez"]],
  ["accents written as two signs", ["Nicolo\u0300", "Rossi"], ["Nicolò", "Rossi"]],
  ["an apostrophe for an accent", ["Nicolo'", "Rossi"], ["Nicolò", "Rossi"]],
  ["case", ["MARIA", "DE SANTIS"], ["Maria", "de Santis"]],
  ["apostrophes of every kind", ["Anna", "D'Angelo"], ["Anna", "D’ANGELO"]],
  ["an apostrophe that is left out", ["Anna", "D'Angelo"], ["Anna", "Dangelo"]],
  ["hyphens and points", ["Abd-el", "Al-Sayed jr."], ["Abd El", "Al Sayed Jr"]],
  ["spaces", ["  Anna   Maria ", "Rossi"], ["Anna Maria", "Rossi"]],
  ["the order of words", ["Anna Maria", "Rossi"], ["Maria", "Rossi Anna"]],
  ["given and family name exchanged", ["Rossi", "Anna"], ["Anna", "Rossi"]],
  ["letters that are written out", ["Łukasz", "Strauß"], ["Lukasz", "Strauss"]],
  ["other scripts", ["АННА", "Иванова"], ["анна", "ИВАНОВА"]],
])("%s tell nobody apart", (_what, one, other) => {
  expect(named(one)).toBe(named(other));
});

test.each([
  ["another name", by("Anna", "Rossi"), by("Anna", "Russi")],
  ["a name more", by("Anna", "Rossi"), by("Anna Maria", "Rossi")],
  ["a name twice", by("Anna", "Rossi"), by("Anna Anna", "Rossi")],
  ["words joined", by("Anna Maria", "Rossi"), by("Annamaria", "Rossi")],
  ["another birth date", by("Anna", "Rossi"), by("Anna", "Rossi", "1980-02-01")],
])("%s is another person", (_what, one, other) => {
  expect(one).not.toBe(other);
});
