import { expect, test } from 'vitest'
import { createColors } from '../terminal/colors.ts'
import { type FoundTrace, formatTrace } from './format-trace.ts'

const CONNECTION = '7d0c2f0e-11aa-4b6e-9a55-2f8f1f3ad001'
const TRACE: FoundTrace = {
  id: 'NC-7F3K-92QD',
  related: [CONNECTION],
  entries: [
    {
      at: '2026-11-24T23:58:01.120Z',
      source: 'log',
      level: 'info',
      text: 'An invitation was made.',
      fields: { reference: 'NC-7F3K-92QD', kind: 'contributor', connectionId: null },
    },
    {
      at: '2026-11-25T00:03:43.073014',
      source: 'changes',
      level: null,
      text: 'PASSWORD_INCORRECT, was PENDING.',
      fields: { found: 'webhook', connectionId: CONNECTION },
    },
    {
      at: '2026-11-25T00:03:44Z',
      source: 'log',
      level: 'error',
      text: 'The "onConnectionChange" function failed, so that the event was not handled. It comes again.',
      fields: { code: 'host_error', cause: { name: 'Error', stack: 'x'.repeat(500) } },
    },
    { at: null, source: 'nectar', level: null, text: 'Invitation: viewed.', fields: {} },
  ],
  now: [`connection ${CONNECTION}: PASSWORD_INCORRECT`],
  faults: [{ source: 'SQLite', why: 'unable to open database file' }],
  unasked: ['Nectar (NECTAR_API_KEY)'],
}

test('a timeline by day, what is wrong in words and not by color alone', () => {
  const text = formatTrace(TRACE, createColors({ env: {}, isTerminal: false }), 80)
  expect(text.replace(/x{200,}/, 'x…')).toMatchInlineSnapshot(`
    "
    NC-7F3K-92QD

    2026-11-24 UTC
      23:58:01.120  log      An invitation was made.
                             reference=NC-7F3K-92QD kind=contributor

    2026-11-25 UTC
      00:03:43.073  changes  PASSWORD_INCORRECT, was PENDING.
                             found=webhook
                             connectionId=7d0c2f0e-11aa-4b6e-9a55-2f8f1f3ad001
      00:03:44.000  log      error: The "onConnectionChange" function failed, so
                             that the event was not handled. It comes again.
                             code=host_error
                             cause={"name":"Error","stack":"x……
                    Nectar   Invitation: viewed.

    Now, at Nectar
      connection 7d0c2f0e-11aa-4b6e-9a55-2f8f1f3ad001: PASSWORD_INCORRECT

    SQLite could not be read: unable to open database file

    Not looked at: Nectar (NECTAR_API_KEY)."
  `)
})

test('colors add nothing to the words', () => {
  const colors = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g')
  const colored = formatTrace(TRACE, createColors({ env: {}, isTerminal: true }), 80)
  expect(colored).toMatch(colors)
  expect(colored.replaceAll(colors, '')).toBe(
    formatTrace(TRACE, createColors({ env: {}, isTerminal: false }), 80),
  )
})

test('what a terminal would obey is shown and not obeyed', () => {
  const obeyed = String.fromCharCode(27)
  const entry = {
    at: null,
    source: 'log' as const,
    level: null,
    text: `${obeyed}]0;title`,
    fields: { a: `${obeyed}[2J` },
  }
  const text = formatTrace({ ...TRACE, entries: [entry] }, createColors({ env: {}, isTerminal: false }), 80)
  expect(text).toContain('\uFFFD]0;title')
  expect(text).not.toContain(obeyed)
})
