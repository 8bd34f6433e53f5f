import type { Words } from "../it";

const counted = (count: number, one: string, many: string) => (count === 1 ? one : `${count} ${many}`);

export const calendar: Words["calendar"] = {
  name: "Postoletto, deadlines",
  event: {
    overdue: (count) => counted(count, "A household past its end", "households past their end"),
    needs_bed: (count) => counted(count, "A household without a bed", "households without a bed"),
    extension: (count) => counted(count, "An extension to decide", "extensions to decide"),
    arrival: (count) => counted(count, "An arrival", "arrivals"),
    departure: (count) => counted(count, "A departure", "departures"),
    ending: (count) => counted(count, "A stay ends", "stays end"),
    permit: (count) => counted(count, "A residence permit expires", "residence permits expire"),
    of_age: (count) => counted(count, "Somebody turns 18", "people turn 18"),
    unconfirmed: (count) => counted(count, "A facility to confirm", "facilities to confirm"),
  },
  title: "Calendar of deadlines",
  hint: "Your deadlines in the calendar you use already, with days and numbers and nobody’s data. Whoever knows the address reads them: give it to nobody, and make a new one if need be.",
  since: (on) => `There has been an address since ${on}. For safety it is shown only when it is made.`,
  make: "Make the address",
  renew: "Make a new address",
  close: "Close the address",
  closed: "The address is closed.",
  address: "Address to add to the calendar",
  addressHint: "Copy it now: the one before is none any more.",
  copy: "Copy",
  copied: "Copied",
  failed: "It was not possible.",
};
