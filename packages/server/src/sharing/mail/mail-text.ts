import { fill } from './fill.ts'
import type { MailParts } from './mail-parts.ts'

/** The mail as plain text. */
export function mailText({
  words,
  forIntent,
  lead,
  terms,
  note,
  url,
  values,
  isRightToLeft,
}: MailParts): string {
  // Isolated, so that a name in another script does not mix up the sentence around it.
  const write = (value: string) => (isRightToLeft ? `\u2068${value}\u2069` : value)
  const say = (sentence: string) => fill(sentence, values, write)
  const quote = note === null || note === '' ? [] : [say(words.noteFrom), indent(note)]
  return [
    words.greeting,
    `${say(lead)} ${say(forIntent.ask)}`,
    ...quote,
    `${forIntent.button}:\n${url}`,
    say(terms),
    say(words.page),
    say(words.ready),
    say(words.unexpected),
    '',
  ].join('\n\n')
}

function indent(note: string): string {
  return note
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}
