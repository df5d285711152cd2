import type { Messages } from './messages.ts'

const PLAIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const ACCENTED = [...'ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļṁñöþǫŕšţûṽŵẋýž']

/** A catalog as if in another language: accents everywhere, about 40 % longer, in brackets that show what is cut off. */
export function pseudoMessages({ locale: _, direction, ...words }: Messages): Messages {
  return { locale: 'en-XA', direction, ...mapMessages(words, pseudo) }
}

function pseudo(words: string): string {
  const parts = words.split(/(\{\w+\})/)
  return `[${parts.map((part) => (part.startsWith('{') ? part : lengthen(part))).join('')}]`
}

function lengthen(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const accented = ACCENTED[PLAIN.indexOf(letter)] ?? letter
    return /[aeiou]/i.test(letter) ? accented + accented.toLowerCase() : accented
  })
}

/** A catalog, or a part of one, with each of its words written anew. */
export function mapMessages<T>(messages: T, write: (words: string) => string): T
export function mapMessages(messages: unknown, write: (words: string) => string): unknown {
  if (typeof messages === 'string') return write(messages)
  const entries = Object.entries(messages ?? {})
  return Object.fromEntries(entries.map(([key, value]) => [key, mapMessages(value, write)]))
}
