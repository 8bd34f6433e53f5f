import { accessibility } from "./it/accessibility";
import { passwords } from "./it/passwords";
import { session } from "./it/session";
import { shell } from "./it/shell";

/** What the pages say that everybody may open. */
export const publicIt = { accessibility, passwords, session, shell };

export type PublicWords = typeof publicIt;
