/** Keeps a name in another script from mixing up the sentence around it. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}
