import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { decrypt, encrypt, keyedHash } from "./secret-columns";

const aKey = () => randomBytes(32).toString("base64");

beforeEach(() => {
  process.env.POSTOLETTO_KEY = aKey();
});

describe("encrypted columns", () => {
  test.each(["", "RSSMRA85T10A562S", "è già sera, 愛 🛏️", "x".repeat(10_000)])("give back what was written (%#)", (text) => {
    expect(decrypt(encrypt(text))).toBe(text);
  });

  test("do not show that two texts are the same", () => {
    expect(encrypt("RSSMRA85T10A562S").equals(encrypt("RSSMRA85T10A562S"))).toBe(false);
  });

  test("are refused when a single bit of them was changed, wherever it is", () => {
    const secret = encrypt("IT60X0542811101000000123456");
    for (let position = 0; position < secret.length; position++) {
      const tampered = Buffer.from(secret);
      tampered[position] = (tampered[position] ?? 0) ^ 1;
      expect(() => decrypt(tampered)).toThrow();
    }
  });

  test("are refused when cut short", () => {
    const secret = encrypt("IT60X0542811101000000123456");
    for (const length of [0, 1, 12, 20, secret.length - 1]) expect(() => decrypt(secret.subarray(0, length))).toThrow();
  });

  test("cannot be read with another key", () => {
    const secret = encrypt("wheelchair");
    process.env.POSTOLETTO_KEY = aKey();
    expect(() => decrypt(secret)).toThrow();
  });
});

describe("the keyed hash", () => {
  test("recognises the same text, and only with the same key", () => {
    const hash = keyedHash("RSSMRA85T10A562S");
    expect(keyedHash("RSSMRA85T10A562S")).toBe(hash);
    expect(keyedHash("RSSMRA85T10A562T")).not.toBe(hash);
    process.env.POSTOLETTO_KEY = aKey();
    expect(keyedHash("RSSMRA85T10A562S")).not.toBe(hash);
  });
});

describe("the key", () => {
  test.each([
    ["missing", undefined, "POSTOLETTO_KEY is not set"],
    ["too short", "c2hvcnQ=", "must be 32 bytes"],
  ])("%s: says so", (_case, key, sentence) => {
    if (key === undefined) delete process.env.POSTOLETTO_KEY;
    else process.env.POSTOLETTO_KEY = key;
    expect(() => encrypt("wheelchair")).toThrow(sentence);
    expect(() => keyedHash("wheelchair")).toThrow(sentence);
  });
});
