"use client";

export { publicEn as publicEnglish } from "@/messages/public-en";
