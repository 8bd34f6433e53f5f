"use client";

import { useFormats, useWords } from "../words/words-provider";
import type { OccupancyLine } from "./today-types";

/** Night by night, the last one first; it scrolls, and can be scrolled by keyboard. */
export function OccupancyTable({ nights }: { nights: OccupancyLine[] }) {
  const { occupancy, table } = useWords().today;
  const { dayMonth, number, percent } = useFormats();
  const cell = "px-2 py-1.5 text-end";
  return (
    <div tabIndex={0} role="region" aria-label={occupancy(nights.length)} className="max-h-72 overflow-y-auto rounded-md border border-line">
      <table className="w-full border-collapse text-sm">
        <thead className="sticky top-0 bg-sunken">
          <tr>
            <th scope="col" className="px-2 py-1.5 text-start">{table.night}</th>
            <th scope="col" className={cell}>{table.occupied}</th>
            <th scope="col" className={cell}>{table.available}</th>
            <th scope="col" className={cell}>{table.rate}</th>
          </tr>
        </thead>
        <tbody>
          {nights.toReversed().map(({ start, occupiedNights, availableNights, netOccupancy }) => (
            <tr key={start} className="border-t border-line-soft">
              <th scope="row" className="px-2 py-1.5 text-start font-normal">{dayMonth(start)}</th>
              <td className={cell}>{number(occupiedNights)}</td>
              <td className={cell}>{number(availableNights)}</td>
              <td className={cell}>{percent(netOccupancy)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
