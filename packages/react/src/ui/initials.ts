const TINTS = 8

/** The first letters of the first words of a name, in capitals. */
export function initialsOf(name: string, count = 2): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? []
  return words
    .slice(0, count)
    .map((word) => [...word][0]?.toLocaleUpperCase())
    .join('')
}

/** Which of the tints a name has: always the same. */
export function tintOf(name: string): number {
  let hash = 0
  for (const character of name.toLowerCase()) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return hash % TINTS
}
