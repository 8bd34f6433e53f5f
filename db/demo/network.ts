import { firenze, latina, roma } from "./places/centre";
import { milano } from "./places/milano";
import { bologna, bolzano, genova, trieste } from "./places/north";
import { perugia } from "./places/perugia";
import { caserta, napoli, palermo, potenza, sassari, taranto } from "./places/south";
import { torino } from "./places/torino";
import type { MunicipalityPlan } from "./plan";

const PLANS = [
  milano, torino, perugia, latina, sassari, bolzano, taranto, caserta, genova, trieste, potenza, palermo, roma, bologna, firenze, napoli,
];

/** The plan of a municipality of the network, by its official name. */
export function planOf(municipality: string): MunicipalityPlan {
  const plan = PLANS.find(({ city }) => city === municipality.toLowerCase());
  if (!plan) throw new Error(`no demo plan for ${municipality}`);
  return plan;
}
