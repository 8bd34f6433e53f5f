import { addDays, type Day } from "@/domain/day";
import type { MunicipalityPlan, Offset } from "./plan";
import type { Random } from "./random";
import type { Rows } from "./rows";

/** What the rows of one municipality are written with. */
export type Ground = {
  municipality: string;
  plan: MunicipalityPlan;
  today: Day;
  random: Random;
  newId: () => string;
  rows: Rows;
};

export function dayAt({ today }: Pick<Ground, "today">, offset: Offset): Day {
  return addDays(today, offset);
}

/** Some time in the working hours of that day; never after yesterday, whatever the hour the network is loaded at. */
export function instantAt({ today }: Pick<Ground, "today">, offset: Offset): string {
  return `${addDays(today, Math.min(-1, offset))}T09:30:00Z`;
}
