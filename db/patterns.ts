/** The pattern of whatever contains this text; what LIKE reads as a wildcard stands for itself. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (special) => `\\${special}`)}%`;
}
