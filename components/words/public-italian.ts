"use client";

export { publicIt as publicItalian } from "@/messages/public-it";
