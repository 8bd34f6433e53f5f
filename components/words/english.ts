"use client";

export { en as english } from "@/messages/en";
