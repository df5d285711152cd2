import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ERROR_STATUSES, statusOf, type WireErrorCode } from './error-statuses.ts'
import { type ErrorCode, IS_RETRYABLE, isErrorCode } from './errors.ts'
import { docsUrl, readSetupProblem } from './setup-problems.ts'
import { getFilter, getInvitationStage } from './sharing.ts'
import { describeStatus, isKnownStatus, normalizeStatus, STATUS_CATALOG } from './statuses.ts'

describe('statuses', () => {
  const HOUR = 3_600_000

  /** The documented statuses, written out a second time. */
  const documented = [
    ['PENDING', 'waiting', 'not-yet', 'nobody', false, 48 * HOUR],
    ['CONNECTED', 'healthy', 'yes', 'nobody', false, null],
    ['UNDER_INVESTIGATION', 'waiting', 'paused', 'nectar', false, null],
    ['PASSWORD_INCORRECT', 'needs-you', 'paused', 'customer', true, null],
    ['MFA_TOKEN_EXPIRED', 'needs-you', 'paused', 'customer', true, null],
    ['NEW_PASSWORD_NEEDED', 'needs-you', 'paused', 'customer', true, null],
    ['ADDITIONAL_CREDENTIALS_NEEDED', 'needs-you', 'paused', 'customer', true, null],
    ['NO_ACCOUNTS_FOUND', 'needs-you', 'paused', 'customer', true, null],
    ['WEBSITE_DOWN', 'provider', 'paused', 'nobody', false, 168 * HOUR],
    ['URL_INACCESSIBLE', 'provider', 'paused', 'host', false, null],
    ['OTHER_ERROR', 'waiting', 'paused', 'nectar', false, null],
    ['COMPANY_INACTIVE', 'inactive', 'off', 'host', false, null],
  ] as const

  test.each(documented)('%s', (status, group, collecting, actor, reconnectHelps, patienceMs) => {
    const description = { status, group, collecting, actor, reconnectHelps, patienceMs }
    expect(isKnownStatus(status)).toBe(true)
    expect(describeStatus(status)).toEqual(description)
  })

  test('knows the documented statuses and no others', () => {
    expect(Object.keys(STATUS_CATALOG).sort()).toEqual(documented.map(([status]) => status).sort())
  })

  test('reads the alias of the sandbox page', () => {
    expect(normalizeStatus('INCORRECT_PASSWORD')).toBe('PASSWORD_INCORRECT')
    expect(describeStatus('INCORRECT_PASSWORD')).toEqual(describeStatus('PASSWORD_INCORRECT'))
  })

  test.each(documented)('switched off, %s is inactive only where it was healthy', (status, group) => {
    const expected =
      group === 'healthy' ? { ...describeStatus('COMPANY_INACTIVE'), status } : describeStatus(status)
    expect(describeStatus(status, false)).toEqual(expected)
  })

  test('takes any text: what is not known belongs to the group unknown and keeps its name', () => {
    const odd = fc.constantFrom(
      '',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'connected',
      'CONNECTED ',
    )
    const known: readonly string[] = [...documented.map(([status]) => status), 'INCORRECT_PASSWORD']
    fc.assert(
      fc.property(
        fc.oneof(odd, fc.string({ unit: 'grapheme-composite' })),
        fc.boolean(),
        (status, isActive) => {
          fc.pre(!known.includes(status))
          expect(isKnownStatus(status)).toBe(false)
          expect(describeStatus(status, isActive)).toEqual({
            status,
            group: 'unknown',
            collecting: 'unknown',
            actor: 'unknown',
            reconnectHelps: false,
            patienceMs: null,
          })
        },
      ),
    )
  })
})

describe('errors', () => {
  const codes = Object.keys(IS_RETRYABLE) as ErrorCode[]

  test.each(codes)('%s has an HTTP error status', (code) => {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/)
    const status = statusOf(code)
    expect(Number.isInteger(status) && status >= 400 && status < 600).toBe(true)
  })

  test('only what the server can say has a status', () => {
    const local = codes.filter((code) => !(code in ERROR_STATUSES))
    expect(local).toEqual([
      'network',
      'invalid_response',
      'invitation_stale',
      'frame_refused',
      'frame_blocked',
      'frame_timeout',
    ])
  })

  test('a request that is wrong as it is, is not worth repeating', () => {
    for (const [code, status] of Object.entries(ERROR_STATUSES)) {
      if (status < 500 && status !== 429) expect(IS_RETRYABLE[code as WireErrorCode]).toBe(false)
    }
  })

  test('recognizes its codes and nothing that every object has', () => {
    for (const code of codes) expect(isErrorCode(code)).toBe(true)
    const known = new Set<string>(codes)
    const odd = fc.constantFrom(
      '',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'INVALID_REQUEST',
    )
    fc.assert(
      fc.property(fc.oneof(odd, fc.string()), (text) => {
        expect(isErrorCode(text)).toBe(known.has(text))
      }),
    )
  })
})

describe('the stage of a shared invitation', () => {
  const made = { id: '3c90c3cc-0d44-4b50-8888-8dd25736052a', providerName: null, status: null }
  const fresh = { status: 'ACTIVE', useCount: 0, opened: null, createdConnections: [] }
  test.each([
    ['sent', {}],
    ['sent', { opened: false }],
    ['opened', { opened: true }],
    ['received', { useCount: 1 }],
    ['received', { status: 'FULFILLED' }],
    ['received', { status: 'REVOKED', useCount: 1 }],
    ['received', { status: 'EXPIRED', createdConnections: [made] }],
    ['expired', { status: 'EXPIRED', opened: true }],
    ['revoked', { status: 'REVOKED' }],
    ['unknown', { status: 'ON_HOLD' }],
  ] as const)('is %s', (stage, over) => {
    expect(
      getInvitationStage({
        ...fresh,
        ...over,
        createdConnections: [...((over as typeof fresh).createdConnections ?? [])],
      }),
    ).toBe(stage)
  })

  test('is never more than was proved: only a use is "received"', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(3), fc.option(fc.boolean()), (status, useCount, opened) => {
        const stage = getInvitationStage({ status, useCount, opened, createdConnections: [] })
        expect(stage === 'received').toBe(useCount > 0 || status.toUpperCase() === 'FULFILLED')
      }),
    )
  })

  test('has one filter, and what nobody knows is not over', () => {
    expect((['sent', 'opened', 'unknown'] as const).map(getFilter)).toEqual(Array(3).fill('pending'))
    expect((['expired', 'revoked'] as const).map(getFilter)).toEqual(['closed', 'closed'])
    expect(getFilter('received')).toBe('used')
  })
})

describe('problems of a setup', () => {
  test.each([
    [
      '"apiKey" is missing. Make a key under Settings > Organization > API Keys, set it. Then start anew.',
      '"apiKey" is missing.',
      'Make a key under Settings > Organization > API Keys, set it. Then start anew.',
    ],
    [
      'A request came from https://app.example.com. If that is where your app lives, set publicOrigin.',
      'A request came from https://app.example.com.',
      'If that is where your app lives, set publicOrigin.',
    ],
    ['"sharing.limiter" failed', '"sharing.limiter" failed', 'The log of the server has more about it.'],
  ])('%s', (fault, what, fix) => {
    expect(readSetupProblem('not_configured', fault)).toEqual({
      what,
      why: 'The handler was not given what it needs.',
      fix,
      docs: docsUrl('troubleshooting', 'not_configured'),
    })
  })

  test('why depends on what refused the request', () => {
    const codes = [
      'not_configured',
      'host_error',
      'origin_not_allowed',
      'company_missing',
      'nectar_rejected_key',
      'nectar_rejected',
      'invitation_url_untrusted',
      'nectar_unavailable',
    ] as const
    const whys = codes.map((code) => readSetupProblem(code, 'It is so.').why)
    expect(new Set(whys).size).toBe(codes.length)
  })
})
