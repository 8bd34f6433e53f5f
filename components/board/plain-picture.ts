import { BAR_LOOKS } from "./bar-look";
import { type BoardBar, type KnownBoard, lookOf } from "./board-data";
import { percent, placeIn } from "./day-layout";

/**
 * What lies on a bed as one picture of plain colours, for lines that rush by: an element for each bar takes many times as long, and
 * nobody reads it. Of two that lie on each other the later one is left out.
 */
export function plainPicture(board: KnownBoard, bars: readonly BoardBar[]): { backgroundImage: string } | undefined {
  const stops = bars.flatMap((bar) => {
    const place = placeIn(board.window, bar);
    if (!place) return [];
    const [start, end] = [percent(place.left), `calc(${percent(place.left + place.width)} - 1px)`];
    return [`transparent ${start}`, `${BAR_LOOKS[lookOf(bar, board)].plain} ${start} ${end}`, `transparent ${end}`];
  });
  return stops.length > 0 ? { backgroundImage: `linear-gradient(to right, ${stops.join(", ")})` } : undefined;
}
