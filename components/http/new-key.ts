/** A key nobody else has. `crypto.randomUUID` is missing where the product is reached over plain http by another name than localhost. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
