import { queryOptions } from "@tanstack/react-query";
import type { TaskKind } from "@/domain/task-causes";
import { askApi } from "../http/api";

/** Of which new tasks a mail tells. */
export type Notices = { mailedTasks: TaskKind[] };
/** When the address of one's deadlines was made; the address itself only in the answer that made it. */
export type Calendar = { createdAt: string | null; address: string | null };

export const noticeQueries = {
  noticesPath: "/me",
  notices: () => queryOptions({ queryKey: ["me", "notices"] as const, queryFn: ({ signal }) => askApi<Notices>(noticeQueries.noticesPath, signal) }),

  calendarPath: "/me/calendar",
  calendar: () => queryOptions({ queryKey: ["me", "calendar"] as const, queryFn: ({ signal }) => askApi<Calendar>(noticeQueries.calendarPath, signal) }),
};
