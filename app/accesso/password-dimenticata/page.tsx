import type { Metadata } from "next";
import { wordsOfRequest } from "@/app/request";
import { ForgottenPasswordPage } from "@/components/passwords/forgotten-password-page";
import { isMailSetUp } from "@/server/mail/settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).passwords.forgottenTitle };
}

export default function ForgottenPage() {
  return <ForgottenPasswordPage isMailSetUp={isMailSetUp()} />;
}
