import { forgetRecent } from "../search/recent-records";

/** Nobody who comes after finds what was seen here. */
export async function forgetDevice(): Promise<void> {
  forgetRecent();
}
