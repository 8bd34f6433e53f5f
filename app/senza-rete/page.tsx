import type { Metadata } from "next";
import { OfflinePage } from "@/components/offline/offline-page";
import { wordsOfRequest } from "../request";
import { WholeWords } from "../whole-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).offline.title };
}

/** Kept by public/sw.js and shown without a network: it holds nothing of its own, the browser fills it with what it remembers. */
export default function WithoutNetworkPage() {
  return <WholeWords><OfflinePage /></WholeWords>;
}
