import { MAIL_LANGUAGES } from '@nectar-connect/contract/wire'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MailContent, renderMail } from './render-mail.ts'

const url = 'https://dash.nectarclimate.com/p/i/inv_secret'
const content: MailContent = {
  language: 'en',
  kind: 'contributor',
  isReminder: false,
  url,
  to: 'dana.ruiz@northpoint.example',
  inviterName: 'Maya Lindqvist',
  companyName: 'Northpoint',
  appName: 'Fernway',
  providerName: 'LADWP',
  note: 'Could you do this before Friday?\nThanks!',
  expiresAt: Date.UTC(2026, 11, 8),
}

test('says who asks, for what, until when, and what to do if it was not expected', () => {
  const { subject, text } = renderMail(content)
  expect(subject).toBe('Maya Lindqvist asks you to connect a utility account')
  expect(text).toMatchInlineSnapshot(`
    "Hello,

    Maya Lindqvist of Northpoint uses Fernway to keep track of energy and water. For that, somebody who has the login of a utility account needs to sign in once. You were named as the person who has it.

    Maya Lindqvist writes:

    > Could you do this before Friday?
    > Thanks!

    Connect the account:
    https://dash.nectarclimate.com/p/i/inv_secret

    The link works once, only for dana.ruiz@northpoint.example, until December 8, 2026.

    The link opens a page of Nectar, the company that collects the bills. Your password is typed there and nowhere else: Fernway never sees it.

    Have your utility login at hand, and the phone or mailbox that receives its security codes. You may be asked to confirm this e-mail address first.

    Not what you expected? Then ignore this mail, and nothing happens.

    "
  `)
})

describe.each(MAIL_LANGUAGES)('in %s', (language) => {
  test.each(['contributor', 'reconnect'] as const)('a %s mail is complete', (kind) => {
    const { subject, text, html } = renderMail({ ...content, language, kind, isReminder: true })
    expect(subject).toContain('Maya Lindqvist')
    for (const part of [
      'Maya Lindqvist',
      'Fernway',
      'Northpoint',
      content.to,
      'Nectar',
      'before Friday',
      url,
    ]) {
      expect(text).toContain(part)
      expect(html).toContain(part)
    }
    if (kind === 'reconnect') expect(text).toContain('LADWP')
    expect(subject + text + html.replace(/<style.*?<\/style>/s, '')).not.toMatch(/\{\w+\}|undefined|\bnull\b/)
    expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`)
  })

  test('needs none of the names', () => {
    const bare = { inviterName: null, companyName: null, appName: null, providerName: null, note: null }
    for (const kind of ['contributor', 'reconnect'] as const) {
      const { subject, text } = renderMail({ ...content, ...bare, language, kind, expiresAt: null })
      expect(subject + text).not.toMatch(/\{\w+\}|undefined|\bnull\b| {2}|\s[,.]/)
    }
  })
})

test('whatever the names and the note are, they are words: no markup, no header, no change of direction', () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' style='position:fixed",
      'Maya\r\nBcc: everybody@example.com',
      '\u202eevil\u202c',
      '{to}{date}',
      '</title><b>',
    ),
    fc.string({ unit: 'grapheme' }),
  )
  fc.assert(
    fc.property(
      fc.record({
        inviterName: hostile,
        companyName: hostile,
        appName: hostile,
        providerName: hostile,
        note: hostile,
      }),
      fc.constantFrom(...MAIL_LANGUAGES),
      fc.constantFrom('contributor', 'reconnect'),
      (names, language, kind) => {
        const { subject, text, html } = renderMail({ ...content, ...names, language, kind })
        expect(subject).not.toMatch(/[\r\n\u202a-\u202e]/)
        expect(text).not.toMatch(/[\u202a-\u202e\r]/)
        // The same tags as with harmless names: nothing of a name became one.
        const harmless = Object.fromEntries(
          Object.entries(names).map(([key, value]) => [
            key,
            /\S/.test(value.replace(/\p{C}/gu, '')) || (key === 'note' && value !== '') ? 'x' : '',
          ]),
        )
        expect(tagsOf(html)).toEqual(tagsOf(renderMail({ ...content, ...harmless, language, kind }).html))
      },
    ),
  )
})

function tagsOf(html: string): string[] {
  return html.match(/<\/?[a-z][^>]*>/g) ?? []
}
