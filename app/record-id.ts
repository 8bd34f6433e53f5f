import { notFound } from "next/navigation";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id in the address; what cannot be one is a page that is not there. */
export function recordId(text: string): string {
  if (!UUID.test(text)) notFound();
  return text;
}
