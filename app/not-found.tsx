import { NotFoundMessage } from "@/components/shell/not-found-message";
import { PlainHeader } from "@/components/shell/plain-header";

export default function NotFound() {
  return (
    <>
      <PlainHeader />
      <main className="px-4">
        <NotFoundMessage />
      </main>
    </>
  );
}
