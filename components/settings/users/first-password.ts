/** Nothing that can be mistaken for something else when it is read out or written down. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A first password: about 79 bits, in groups that can be told on the telephone. */
export function makeFirstPassword(): string {
  return Array.from({ length: GROUPS }, () => Array.from({ length: GROUP_LENGTH }, letter).join("")).join("-");
}

/** Each as likely as the others: bytes beyond the last whole round are thrown again. */
function letter(): string {
  const fair = 256 - (256 % LETTERS.length);
  for (;;) {
    const [byte = fair] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < fair) return LETTERS.charAt(byte % LETTERS.length);
  }
}
