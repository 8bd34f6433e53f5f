"use client";

import { Area, AreaChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { useFormats, useWords } from "../words/words-provider";
import type { OccupancyLine } from "./today-types";

type Told = { active?: boolean; payload?: readonly { payload?: OccupancyLine }[] };

/** Nothing in it moves; its colours are the page's own, so both schemes have theirs. The table says the same in words. */
export function OccupancyChart({ nights }: { nights: OccupancyLine[] }) {
  const { percent } = useFormats();
  const most = Math.max(1, ...nights.flatMap(({ netOccupancy }) => netOccupancy ?? []));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <AreaChart data={nights} accessibilityLayer={false} margin={{ top: 6, right: 2, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--line)" strokeDasharray="3 3" />
        <XAxis dataKey="start" hide />
        <YAxis
          domain={[0, Math.ceil(most * 4) / 4]} ticks={[0, 0.25, 0.5, 0.75, 1]} width={44} axisLine={false} tickLine={false}
          tick={{ fill: "var(--ink-faint)", fontSize: 12 }} tickFormatter={(share: number) => percent(share).replace(/[.,]0/, "")}
        />
        <ReferenceLine y={1} stroke="var(--ink-faint)" strokeDasharray="3 3" />
        <Tooltip isAnimationActive={false} cursor={{ stroke: "var(--ink-faint)" }} content={<NightTip />} />
        <Area dataKey="netOccupancy" type="linear" isAnimationActive={false} stroke="var(--brand)" strokeWidth={2} fill="var(--brand)" fillOpacity={0.14} connectNulls={false} />
      </AreaChart>
    </ResponsiveContainer>
  );
}

function NightTip({ active, payload }: Told) {
  const words = useWords().today;
  const night = payload?.[0]?.payload;
  if (!active || !night) return null;
  return <div className="rounded-md border border-line bg-surface px-2.5 py-1.5 text-sm font-semibold shadow-overlay">{words.tooltip(night.start, night.netOccupancy)}</div>;
}
