import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts a text for a `bytea` column: version, nonce, tag, text (AES-256-GCM). The same text never looks the same twice. */
export function encrypt(text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyFor("columns"), nonce).setAAD(Buffer.of(VERSION));
  const encrypted = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), encrypted]);
}

/** The text of an encrypted column; throws when it was changed or written with another key. */
export function decrypt(secret: Buffer): string {
  if (secret[0] !== VERSION) throw new Error(`Encrypted column of an unknown version (${secret[0]}).`);

  const nonce = secret.subarray(1, 1 + NONCE_BYTES);
  const tag = secret.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", keyFor("columns"), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.of(VERSION)).setAuthTag(tag);
  const text = Buffer.concat([decipher.update(secret.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  return text.toString("utf8");
}

/** Recognises an encrypted text without opening it: the same text always has the same hash, which nobody without the key can make. */
export function keyedHash(text: string): string {
  return createHmac("sha256", keyFor("recognition")).update(text, "utf8").digest("hex");
}

/** A link of the audit's chains: with the key anybody may recompute it, without it nobody makes one. */
export function sealHash(text: string): string {
  return createHmac("sha256", keyFor("audit")).update(text, "utf8").digest("hex");
}

const derived = new Map<string, Buffer>();

function keyFor(purpose: "columns" | "recognition" | "audit"): Buffer {
  const given = process.env.POSTOLETTO_KEY;
  const cached = derived.get(`${purpose} ${given}`);
  if (cached) return cached;

  const key = Buffer.from(hkdfSync("sha256", masterKey(given), "", `postoletto ${purpose}`, 32));
  derived.set(`${purpose} ${given}`, key);
  return key;
}

function masterKey(given: string | undefined): Buffer {
  if (!given) throw new Error("POSTOLETTO_KEY is not set: encrypted columns cannot be read or written without it.");
  const key = Buffer.from(given, "base64");
  if (key.length !== 32) throw new Error(`POSTOLETTO_KEY must be 32 bytes in base64 (\`openssl rand -base64 32\`); it has ${key.length}.`);
  return key;
}
