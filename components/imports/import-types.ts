import type { ImportKind } from "@/domain/imports";

export type Rejected = { row: number; column: string | null; code: string; message: string };

/** What a file came to, or would come to. */
export type ImportResult = {
  rows: number;
  created: number;
  updated: number;
  rejected: Rejected[];
  /** How many, listed or not. */
  rejectedRows: number;
};

export type ImportJob = { kind: ImportKind; file: File; mode: "preview" | "whole" | "partial" };
