import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

export type Letter = { to: string[]; text: string };
/** An SMTP code other than 250 for this recipient, or null. */
type Clerk = (recipient: string) => { code: number } | null;

/** A real SMTP server on loopback that keeps what it accepts. */
export async function postOffice(clerk: Clerk = () => null) {
  const letters: Letter[] = [];
  const office = { letters, clerk, url: "", close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ["STARTTLS"], logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const refusal = office.clerk(address);
      done(refusal ? Object.assign(new Error(`no such box ${address}`), { responseCode: refusal.code }) : undefined);
    },
    onData: (stream, session, done) => {
      void text(stream).then((told) => {
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: told });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  office.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return office;
}

/** The address within a letter, which is broken into lines on its way. */
export function linkIn({ text: told }: Letter): string {
  return /https?:\S+#token=[\w-]{43}/.exec(told.replaceAll("=\r\n", "").replaceAll("=3D", "="))?.[0] ?? "";
}
