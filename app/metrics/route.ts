import { answerMetrics } from "@/server/answer-metrics";

export const dynamic = "force-dynamic";

export const GET = answerMetrics;
