/** Without `URL.canParse`, which the oldest browsers that are supported do not have. */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
