import type { Words } from "@/messages/it";

type Said = Pick<Words, "codes" | "placements">;

/** A departure or a cancellation told by its code; one of an import may be in words already. */
export function reasonInWords(reason: string | null, { codes, placements }: Said): string | null {
  const reasons: Record<string, string> = { replaced: placements.replaced, ...codes.cancellationReason, ...codes.departureReason };
  return reason && (reasons[reason] ?? reason);
}

export function destinationInWords(destination: string | null, { codes }: Said): string | null {
  const destinations: Record<string, string> = codes.destination;
  return destination && (destinations[destination] ?? destination);
}
