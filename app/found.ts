import { notFound } from "next/navigation";

/** The answer; a record that does not exist, or belongs to somebody else, is the page that is not there. */
export async function found<T>(asking: () => Promise<T>): Promise<T> {
  try {
    return await asking();
  } catch (error) {
    if (statusOf(error) === 404 || statusOf(error) === 403 || statusOf(error) === 400) notFound();
    throw error;
  }
}

function statusOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
}
