import type { Metadata } from "next";
import { wordsOfRequest } from "@/app/request";
import { NewPasswordPage } from "@/components/passwords/new-password-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOfRequest()).passwords.newTitle };
}

export default function NewPage() {
  return <NewPasswordPage />;
}
