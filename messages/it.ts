import { amending } from "./it/amending";
import { audit } from "./it/audit";
import { availability } from "./it/availability";
import { board } from "./it/board";
import { calendar } from "./it/calendar";
import { cases } from "./it/cases";
import { codes } from "./it/codes";
import { extensions } from "./it/extensions";
import { facilities } from "./it/facilities";
import { facilityEdit } from "./it/facility-edit";
import { facilityPage } from "./it/facility-page";
import { facilityWizard } from "./it/facility-wizard";
import { householdFile } from "./it/household-file";
import { householdList } from "./it/household-list";
import { households } from "./it/households";
import { importing } from "./it/importing";
import { letterPage } from "./it/letter-page";
import { moves } from "./it/moves";
import { offline } from "./it/offline";
import { placements } from "./it/placements";
import { profile } from "./it/profile";
import { search } from "./it/search";
import { settings } from "./it/settings";
import { today } from "./it/today";
import { publicIt } from "./public-it";

export const it = { ...publicIt, amending, audit, availability, board, calendar, cases, codes, extensions, facilities, facilityEdit, facilityPage, facilityWizard, householdFile, householdList, households, importing, letterPage, moves, offline, placements, profile, search, settings, today };

/** What every language has to say. */
export type Words = typeof it;
