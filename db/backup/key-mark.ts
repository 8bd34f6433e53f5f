import { keyedHash } from "../secret-columns";

/** The same for the same POSTOLETTO_KEY; nobody finds the key from it. */
export function keyMark(): string {
  return keyedHash("postoletto backup");
}
