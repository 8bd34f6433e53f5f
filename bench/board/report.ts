/** Milliseconds, numbers of elements, and of a scroll and a drag the milliseconds of each frame. `fromNavigation`: null where the data were there before. */
export type Measured = { fromNavigation: number | null; fromMemory: number; nodes: number; nodesAfter: number; scrolling: number[]; dragging: number[] };

type Results = {
  beds: number; fewBeds: number; bars: number; answerBytes: number;
  /** Of the scripts that only the board loads. */
  kilobytes: number;
  /** `still`: milliseconds of each frame of a page that draws nothing new while it is scrolled. */
  runs: { ours: Measured; theirs: Measured; still: number[] }[];
  ourFew: Measured; theirFew: Measured;
};

const LONG = 50;
/** Three frames of a screen are 50.0 ms, a few hundredths more or less. */
const isLong = (milliseconds: number) => Math.round(milliseconds) > LONG;
const AT_LEAST = 3;

/** Prints both beside each other: medians of the runs, and what ours is of theirs. */
export function report({ beds, fewBeds, bars, answerBytes, kilobytes, runs, ourFew, theirFew }: Results): void {
  const [ours, theirs] = [runs.map((run) => run.ours), runs.map((run) => run.theirs)];
  console.log(`${beds} beds, 182 days, ${bars} bars; the answer ${(answerBytes / 1024 / 1024).toFixed(1)} MB; ${runs.length} runs in turn, medians\n`);
  console.log("| | the board | vis-timeline | vis-timeline / the board | still lines |\n|---|---:|---:|---:|---:|");
  line("navigation to the first bar, ms", of(ours, ({ fromNavigation }) => fromNavigation ?? NaN), null);
  const [drawn, theirsDrawn] = [of(ours, ({ fromMemory }) => fromMemory), of(theirs, ({ fromMemory }) => fromMemory)];
  line("data in memory to the first bar, ms", drawn, theirsDrawn);
  for (const [name, value] of FRAMES) line(`scrolling: ${name}`, of(ours, ({ scrolling }) => value(scrolling)), of(theirs, ({ scrolling }) => value(scrolling)), at(runs.map(({ still }) => value(still)), 0.5));
  line("dragging: movement to paint, ms, half", of(ours, ({ dragging }) => at(dragging, 0.5)), of(theirs, ({ dragging }) => at(dragging, 0.5)));
  line("dragging: movement to paint, ms, 95 of 100", of(ours, ({ dragging }) => at(dragging, 0.95)), of(theirs, ({ dragging }) => at(dragging, 0.95)));
  line(`elements, ${fewBeds} beds`, ourFew.nodes, theirFew.nodes);
  line(`elements, ${fewBeds} beds, scrolled to the end`, ourFew.nodesAfter, theirFew.nodesAfter);
  line(`elements, ${beds} beds`, of(ours, ({ nodes }) => nodes), of(theirs, ({ nodes }) => nodes));
  line(`elements, ${beds} beds, scrolled to the end`, of(ours, ({ nodesAfter }) => nodesAfter), of(theirs, ({ nodesAfter }) => nodesAfter));
  console.log(`\nscripts that only the board loads: ${kilobytes.toFixed(1)} kB`);
  const [long, stillLong] = [ours.map(({ scrolling }) => longOf(scrolling)), runs.map(({ still }) => longOf(still))];
  console.log(`frames over ${LONG} ms in each run: ${long.join(", ")} (still lines ${stillLong.join(", ")}); none: ${long.every((count) => count === 0) ? "OK" : "NOT"}`);
  console.log(`at least ${AT_LEAST} x faster to the first bar: ${theirsDrawn / drawn >= AT_LEAST ? "OK" : "NOT"}`);
}

const FRAMES: [string, (frames: number[]) => number][] = [
  [`frames over ${LONG} ms, of 100`, (frames) => (longOf(frames) / frames.length) * 100],
  ["half of the frames, ms", (frames) => at(frames, 0.5)], ["95 of 100, ms", (frames) => at(frames, 0.95)], ["the longest, ms", (frames) => Math.max(...frames)],
];

function longOf(frames: readonly number[]): number {
  return frames.filter(isLong).length;
}

function line(name: string, ours: number, theirs: number | null, still: number | null = null): void {
  const shown = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
  console.log(`| ${name} | ${shown(ours)} | ${theirs === null ? "" : shown(theirs)} | ${theirs === null || ours === 0 ? "" : (theirs / ours).toFixed(1)} | ${still === null ? "" : shown(still)} |`);
}

function of(runs: readonly Measured[], value: (run: Measured) => number): number {
  return at(runs.map(value), 0.5);
}

function at(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
}
