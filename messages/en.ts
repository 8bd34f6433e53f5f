import { audit } from "./en/audit";
import { availability } from "./en/availability";
import { codes } from "./en/codes";
import { facilities } from "./en/facilities";
import { facilityEdit } from "./en/facility-edit";
import { facilityPage } from "./en/facility-page";
import { facilityWizard } from "./en/facility-wizard";
import { households } from "./en/households";
import { offline } from "./en/offline";
import { passwords } from "./en/passwords";
import { placements } from "./en/placements";
import { profile } from "./en/profile";
import { search } from "./en/search";
import { session } from "./en/session";
import { shell } from "./en/shell";
import { today } from "./en/today";
import type { Words } from "./it";

export const en: Words = { audit, availability, codes, facilities, facilityEdit, facilityPage, facilityWizard, households, offline, passwords, placements, profile, search, session, shell, today };
