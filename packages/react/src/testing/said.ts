import type { Plural } from '../i18n/messages.ts'

/** Finds a message on screen, whatever stands where its `{names}` are; one with several forms in any of them. */
export function said(message: string | Plural): RegExp {
  const forms = typeof message === 'string' ? [message] : Object.values(message)
  return new RegExp(`^(${forms.map(asPattern).join('|')})$`)
}

function asPattern(form: string): string {
  return form
    .split(/\{\w+\}/)
    .map((part) => part.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
    .join('.+')
}
