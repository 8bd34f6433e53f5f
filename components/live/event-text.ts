/** One event of a stream: its name and its data as they were sent. */
export type SentEvent = { name: string; data: string };

/** Cuts a stream of server-sent events into events, whatever the pieces it comes in (HTML Standard, "Server-sent events"); comments are none. */
export function eventCutter(): (piece: string) => SentEvent[] {
  let rest = "";
  return (piece) => {
    const blocks = (rest + piece).replaceAll("\r\n", "\n").split("\n\n");
    rest = blocks.pop() ?? "";
    return blocks.flatMap(toEvent);
  };
}

function toEvent(block: string): SentEvent[] {
  const lines = block.split("\n").map((line) => /^([^:]+): ?(.*)$/.exec(line));
  const valuesOf = (field: string) => lines.flatMap((line) => (line?.[1] === field ? [line[2] ?? ""] : []));
  const data = valuesOf("data");
  return data.length === 0 ? [] : [{ name: valuesOf("event").at(-1) ?? "message", data: data.join("\n") }];
}
