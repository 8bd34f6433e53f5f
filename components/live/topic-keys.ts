import type { LiveTopic } from "@/domain/live";

/** The first part of the keys of what is asked about each topic: all of it is asked again. By name, so that no page loads another's questions. */
const KEYS: Record<LiveTopic, readonly string[]> = {
  places: ["availability", "facilities", "board", "today"],
  people: ["households", "board", "today"],
  tasks: ["today"],
};

/** Whether an answer about one of these topics is kept under the key. */
export function isAbout(topics: Iterable<LiveTopic>, [first]: readonly unknown[]): boolean {
  return [...topics].some((topic) => KEYS[topic].some((key) => key === first));
}
