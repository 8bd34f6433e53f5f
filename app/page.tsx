import { redirect } from "next/navigation";

/** Everybody's day begins with it. */
export default function StartPage() {
  redirect("/oggi");
}
