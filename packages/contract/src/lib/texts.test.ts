import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMailAddress, readMailDomain } from './mail-address.ts'
import { findNearestName } from './names.ts'

describe('readMailAddress', () => {
  test.each([
    ['dana@northpoint.example', 'dana@northpoint.example'],
    [' Dana@NorthPoint.example\n', 'dana@northpoint.example'],
    ['sales/eu@example.com', 'sales/eu@example.com'],
    ['o’neil@example.com', null],
    ["o'neil+bills@example.com", "o'neil+bills@example.com"],
    ['info@bücher.example', 'info@xn--bcher-kva.example'],
    ['info@BÜCHER.example', 'info@xn--bcher-kva.example'],
    ['info@xn--bcher-kva.example', 'info@xn--bcher-kva.example'],
  ])('reads %j as %j', (text, read) => {
    expect(readMailAddress(text)).toBe(read)
  })

  test.each([
    ['', null, undefined, 7, '@', 'a@', '@b.example', 'user@localhost', 'jürgen@example.de'],
    ['a@b.example\r\nBcc: x@other.example', 'a@b.example, x@c.example', '<a@b.example>', 'a b@c.example'],
    ['a@b@c.example', 'a..b@c.example', '.a@c.example', 'a.@c.example', '"a"@c.example', 'a(x)@c.example'],
    [
      'a@b.example\u0000',
      'a@b\u200b.example',
      'a@-b.example',
      'a@b-.example',
      'a@1.2.3.4',
      'a@[::1]',
      'a@b..c',
    ],
    ['a@b.example/path', 'a@b.example:25', 'a@b.example?x', 'a@b.example#x', 'a@%62.example', 'a@b.example.'],
    [`${'a'.repeat(65)}@b.example`, `a@${'b'.repeat(300)}.example`, 'a'.repeat(1_000_000)],
  ])('refuses what is no plain address: %j', (...texts) => {
    expect(texts.map(readMailAddress)).toEqual(texts.map(() => null))
  })

  test('answers one line of printable ASCII with one @ for any text, and reads that as itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.tuple(fc.string(), fc.domain()).map(([local, domain]) => `${local}@${domain}`),
          fc.emailAddress(),
        ),
        (text) => {
          const read = readMailAddress(text)
          if (read === null) return
          expect(read).toMatch(/^[^\s@,;:<>()[\]"\\]+@[a-z0-9.-]+$/)
          expect(readMailAddress(read)).toBe(read)
        },
      ),
    )
  })
})

test('a domain has at least two labels and nothing beside them', () => {
  expect(
    ['example.com', 'Bücher.Example', 'localhost', 'a b.example', '@a.example', ''].map(readMailDomain),
  ).toEqual(['example.com', 'xn--bcher-kva.example', null, null, null, null])
})

describe('findNearestName', () => {
  const NAMES = ['app', 'label', 'now', 'onSubmitted', 'webhookSecret']

  test.each([
    ['webhookSecrt', 'webhookSecret'],
    ['webhookSecrets', 'webhookSecret'],
    ['onSubmited', 'onSubmitted'],
    ['onsubmitted', 'onSubmitted'],
    ['labl', 'label'],
    ['aap', 'app'],
  ])('%s is probably %s', (given, meant) => {
    expect(findNearestName(given, NAMES)).toBe(meant)
  })

  test.each(['', 'foo', 'onClose', 'secret', '__proto__'])('%j is near none', (given) => {
    expect(findNearestName(given, NAMES)).toBeNull()
  })
})
