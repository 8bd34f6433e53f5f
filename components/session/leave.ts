import { signOut } from "next-auth/react";
import { forgetDevice } from "./forget-device";

/** Signs out; nothing of what was seen stays on the device. */
export async function leave(): Promise<void> {
  forgetDevice();
  await signOut({ callbackUrl: "/accesso" });
}
