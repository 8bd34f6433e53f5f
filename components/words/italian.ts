"use client";

export { it as italian } from "@/messages/it";
