import { Fragment, type ReactNode } from 'react'

export type TextValues = Record<string, ReactNode>

/**
 * A message with its placeholders filled in: `{provider}` becomes `values.provider`. A placeholder without a value
 * stays visible, so that a mistake in a catalogue is seen and not swallowed.
 */
export function Text({ message, values = {} }: { message: string; values?: TextValues }) {
  return message.split(/(\{\w+\})/).map((part, index) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one message never change places
    return <Fragment key={index}>{name !== undefined && name in values ? values[name] : part}</Fragment>
  })
}

/** The same for where only text will do, such as an attribute. */
export function fill(message: string, values: Record<string, string | number>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
