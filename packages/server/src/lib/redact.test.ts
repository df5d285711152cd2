import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redact } from './redact.ts'

describe('redact', () => {
  test.each([
    ['https://dash.nectarclimate.com/p/i/tok-1?x=1', 'https://dash.nectarclimate.com/p/i/[redacted]'],
    ['see "/p/i/tok-1" and (/p/i/tok-2)', 'see "/p/i/[redacted]" and (/p/i/[redacted])'],
    ['signed with whsec_MfKQ9r8GKYqrTwjU+/=', 'signed with [redacted]'],
    ['token inv_q0dJ8bY2b6Zt0m3r is gone', 'token [redacted] is gone'],
    ['X-API-Key: abc123', 'X-API-Key: [redacted]'],
    ['Authorization: Bearer abc.def-1', 'Authorization: Bearer [redacted]'],
    ['nothing to see', 'nothing to see'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected)
  })

  test('masks fields by their names, at any depth, and leaves the rest as it is', () => {
    const value = {
      apiKey: 'k',
      nested: [{ 'X-API-Key': 'k', invitationUrl: 'u', status: 401, ok: true }],
      token: null,
    }
    expect(redact(value)).toEqual({
      apiKey: '[redacted]',
      nested: [{ 'X-API-Key': '[redacted]', invitationUrl: '[redacted]', status: 401, ok: true }],
      token: null,
    })
    expect(value.apiKey).toBe('k')
  })

  test('tells errors, their causes and their codes', () => {
    const cause = Object.assign(new Error('inner my-secret'), { code: 'ECONNRESET' })
    const told = redact(new TypeError('outer my-secret', { cause }), ['my-secret'])
    expect(told).toMatchObject({
      name: 'TypeError',
      message: 'outer [redacted]',
      cause: { message: 'inner [redacted]', code: 'ECONNRESET' },
    })
    expect(JSON.stringify(told)).not.toContain('my-secret')
  })

  test('survives cycles, depth and odd values', () => {
    const cycle: Record<string, unknown> = { when: new Date(Number.NaN), run: () => 1, symbol: Symbol('s') }
    cycle.self = cycle
    cycle.map = new Map([['my-secret', new Set(['my-secret'])]])
    cycle.url = new URL('https://x.example/p/i/tok-1')
    let deep: unknown = 'my-secret'
    for (let level = 0; level < 50; level += 1) deep = { deep }
    const told = JSON.stringify(redact({ cycle, deep }, ['my-secret']))
    expect(told).toContain('[circular]')
    expect(told).toContain('[too deep]')
    expect(told).not.toMatch(/my-secret|tok-1/)
  })

  test('one secret inside another leaves nothing of the longer one', () => {
    expect(redact('abcdef-ghijkl', ['abcdef', 'abcdef-ghijkl'])).toBe('[redacted]')
  })

  test('no known secret survives, wherever it stands', () => {
    const secret = fc
      .string({ minLength: 8, maxLength: 40, unit: 'grapheme' })
      .filter((text) => text.trim().length > 7)
    fc.assert(
      fc.property(secret, fc.object({ maxDepth: 4 }), fc.string(), (hidden, noise, around) => {
        const value = {
          plain: `${around}${hidden}${around}`,
          [hidden]: [hidden, { error: new Error(hidden), encoded: encodeURIComponent(hidden) }],
          json: JSON.stringify({ hidden }),
          noise,
        }
        const told = redact(value, [hidden])
        expect(texts(told).filter((text) => text.includes(hidden) && !'[redacted]'.includes(hidden))).toEqual(
          [],
        )
        expect(texts(told).filter((text) => text.includes(encodeURIComponent(hidden)))).toEqual([])
      }),
    )
  })
})

/** Every key and text in a value. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => [key, ...texts(item)])
}
