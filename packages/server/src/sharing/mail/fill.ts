/** Puts values into the places of a sentence. */
export function fill(
  sentence: string,
  values: Record<string, string>,
  write: (value: string) => string = (value) => value,
): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => write(values[name] ?? ''))
}
