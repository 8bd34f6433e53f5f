import type { Metadata } from "next";
import { SignInPage } from "@/components/session/sign-in-page";
import { isMailSetUp } from "@/server/mail/settings";
import { wordsOfRequest } from "../request";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).session.title };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function AccessPage({ searchParams }: Props) {
  return <SignInPage next={insideTheProduct((await searchParams).next)} isMailSetUp={isMailSetUp()} />;
}

/** Where to go after signing in: a path of ours, never another site. */
function insideTheProduct(next: string | string[] | undefined): string {
  return typeof next === "string" && /^\/(?![/\\])/.test(next) ? next : "/";
}
