import type { Words } from "../it";

export const offline: Words["offline"] = {
  title: "No network",
  banner: "What you see may have changed meanwhile, and nothing can be recorded.",
  notLive: "Not live",
  notLiveText: "What you see may have changed meanwhile: it is brought up to date as soon as the service answers.",
  seen: (time, isOfToday) => `Availability seen at ${time} ${isOfToday ? "today" : "yesterday"}`,
  noAssigning: "It may have changed: without a network no place can be assigned.",
  searched: (municipality, from, until) => `Municipality of ${municipality}, from ${from} to ${until}`,
  nothingFree: "No suitable place was free.",
  noneTitle: "Nothing to show",
  noneText: "No availability was seen on this device in the last 24 hours. When the network is back you go on from where you were.",
};
