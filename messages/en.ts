import { audit } from "./en/audit";
import { availability } from "./en/availability";
import { codes } from "./en/codes";
import { facilities } from "./en/facilities";
import { households } from "./en/households";
import { placements } from "./en/placements";
import { session } from "./en/session";
import { shell } from "./en/shell";
import type { Words } from "./it";

export const en: Words = { audit, availability, codes, facilities, households, placements, session, shell };
