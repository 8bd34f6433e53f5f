import { forgetLastSeen } from "../offline/last-seen";
import { forgetRecent } from "../search/recent-records";
import { forgetDrafts } from "./draft";

/** Nobody who comes after finds what was seen here. */
export function forgetDevice(): void {
  forgetRecent();
  forgetLastSeen();
  forgetDrafts();
}
