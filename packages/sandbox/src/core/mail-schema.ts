import * as z from 'zod/mini'

const KIB = 1024

/** No line breaks, which could add a header to a mail. */
const line = z.string().check(z.refine((text) => !/[\r\n]/.test(text), 'has to be one line'))

/** `a@b.example` or `A name <a@b.example>`. */
const sender = line.check(
  z.maxLength(320),
  z.refine(
    (text) => z.email().safeParse(/^[^<>]*<([^<>]+)>$/.exec(text)?.[1] ?? text).success,
    'has to be an address, or a name and <an address>',
  ),
)

/** A mail that the host sent by itself. */
export const receivedMail = z
  .strictObject({
    from: sender,
    to: z.email().check(z.maxLength(320)),
    subject: line.check(z.minLength(1), z.maxLength(998)),
    text: z.optional(z.string().check(z.maxLength(100 * KIB))),
    html: z.optional(z.string().check(z.maxLength(500 * KIB))),
  })
  .check(
    z.refine(({ text, html }) => text !== undefined || html !== undefined, 'has to have a text or an html'),
  )
