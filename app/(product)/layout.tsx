import type { ReactNode } from "react";
import { ProductShell } from "@/components/shell/product-shell";
import { meOfRequest, municipalityOfRequest, wordsOfRequest } from "../request";
import { WholeWords } from "../whole-words";

export default async function ProductLayout({ children }: { children: ReactNode }) {
  const [me, municipality, words] = await Promise.all([meOfRequest(), municipalityOfRequest(), wordsOfRequest()]);
  const reached = municipality ?? { code: "", name: words.shell.none, permissions: [] };
  return (
    <WholeWords>
      <ProductShell me={me} municipality={reached}>{children}</ProductShell>
    </WholeWords>
  );
}
