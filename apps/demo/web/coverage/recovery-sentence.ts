import type { Coverage } from './coverage.ts'

const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** What signing in again is worth: "Signing in at two utilities brings back ten more." Null when nothing waits for it. */
export function recoverySentence({ signIns, counts }: Coverage): string | null {
  if (signIns === 0) return null
  const where = signIns === 1 ? 'one utility' : `${inWords(signIns)} utilities`
  return `Signing in at ${where} brings back ${inWords(counts['needs-you'])} more.`
}

function inWords(count: number): string {
  return WORDS[count] ?? String(count)
}
