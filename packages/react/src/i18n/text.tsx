import { Fragment, type ReactNode } from 'react'

export type TextValues = Record<string, ReactNode>

/** A message with its placeholders filled in. One without a value stays visible: it is a mistake in a catalog. */
export function Text({ message, values = {} }: { message: string; values?: TextValues }) {
  return mergeTexts(message, values).map((part, index) => {
    // Translators replace texts by elements of their own: React finds a text again only where it is an only child.
    const shown = typeof part === 'string' ? <span>{part}</span> : part
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one message never change places
    return <Fragment key={index}>{shown}</Fragment>
  })
}

/** What a message is made of. Texts that follow each other are one. */
function mergeTexts(message: string, values: TextValues): ReactNode[] {
  const parts: ReactNode[] = []
  for (const part of message.split(/(\{\w+\})/)) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    const value = name !== undefined && Object.hasOwn(values, name) ? values[name] : part
    const last = parts.at(-1)
    if (typeof value === 'string' && typeof last === 'string') parts[parts.length - 1] = last + value
    else if (value !== '') parts.push(value)
  }
  return parts
}

/** The same for where only text will do, such as an attribute. */
export function format(message: string, values: Record<string, string | number>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  )
}
