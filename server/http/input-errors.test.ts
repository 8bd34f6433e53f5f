import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { INPUT_CODES } from "@/messages/input-words";
import { type Api, PERUGIA, startApi } from "@/test/api";
import { aUser, type Visitor, withToken } from "@/test/callers";

let api: Api;
let manager: Visitor;

beforeAll(async () => {
  api = await startApi({ today: "2027-03-10" });
  manager = await withToken(api.owner, await aUser(api.owner, { role: "manager", municipality: PERUGIA, organisationId: null }));
});
afterAll(() => api.close());

async function errorsOf(body: unknown, language: string): Promise<{ path: string; code: string; message: string }[]> {
  const { text } = await manager({ method: "POST", path: "/households", body, headers: { "accept-language": language } });
  return (JSON.parse(text) as { errors: { path: string; code: string; message: string }[] }).errors;
}

describe("what is wrong with a field is a sentence in the caller's language", () => {
  const member = { givenName: "Ada", familyName: "Prova", birthDate: "1990-01-01", gender: "female", role: "head" };
  test.each<[unknown, string, string, string, string]>([
    [{ municipality: PERUGIA }, "members", "invalid_type", "Manca questo dato.", "This is missing."],
    [{ municipality: PERUGIA, members: 1 }, "members", "invalid_type", "Il valore non è del tipo atteso.", "The value is not of the expected type."],
    [{ municipality: PERUGIA, members: [{ ...member, givenName: " " }] }, "members.0.givenName", "too_small", "Il minimo è 1.", "The minimum is 1."],
    [{ municipality: PERUGIA, members: [{ ...member, birthDate: "2027-02-30" }] }, "members.0.birthDate", "not_a_day", "Non è un giorno che esiste tra il 1900 e il 2199, scritto come 2027-03-31.", "This is no day that exists between 1900 and 2199, written as 2027-03-31."],
    [{ municipality: PERUGIA, members: [{ ...member, gender: "f" }] }, "members.0.gender", "invalid_value", "Sono ammessi: female, male, other, unknown.", "Allowed are: female, male, other, unknown."],
    [{ municipality: PERUGIA, members: [member, member] }, "members", "one_head_needed", "Serve esattamente una persona come capofamiglia.", "Exactly one person must be the head of the household."],
    [{ municipality: PERUGIA, members: [member], a: 1 }, "", "unrecognized_keys", "Campi sconosciuti: a.", "Unknown fields: a."],
    ["{", "", "not_json", "Il contenuto non è JSON.", "The content is not JSON."],
    ['{"name":"\\u0000"}', "name", "not_text", "Il testo contiene caratteri che non si possono conservare.", "The text holds characters that cannot be kept."],
  ])("%j", async (body, path, code, italian, english) => {
    expect(await errorsOf(body, "it")).toEqual([{ path, code, message: italian }]);
    expect(await errorsOf(body, "en")).toEqual([{ path, code, message: english }]);
  });
});

test("every check of the schemas has its sentence", () => {
  const files = readdirSync("server/http").filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  const codes = files.flatMap((name) => [...readFileSync(`server/http/${name}`, "utf8").matchAll(/error: "([a-z_]+)"/g)].flatMap(([, code]) => code ?? []));
  expect(codes.length).toBeGreaterThan(15);
  expect(codes.filter((code) => !INPUT_CODES.some((known) => known === code))).toEqual([]);
});
