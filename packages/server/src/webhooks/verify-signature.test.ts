import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { afterEach, expect, test, vi } from 'vitest'
import { readSignatureHeaders, readWebhookSecrets, verifySignature } from './verify-signature.ts'

const secret = fc
  .uint8Array({ minLength: 1, maxLength: 64 })
  .map((bytes) => `whsec_${Buffer.from(bytes).toString('base64')}`)
const space = fc.constantFrom('', ' ', '\n', '\t\r\n ')
/** JSON of any kind, in whitespace. */
const body = fc
  .tuple(space, fc.json({ stringUnit: 'grapheme' }), space)
  .map(([before, json, after]) => `${before}${json}${after}`)
const text = fc.constantFrom('', 'v1,', 'v1a,abc', `v1,${'A'.repeat(43)}=`, 'v2,x', '  ')

const delivery = fc.record({
  body,
  family: fc.constantFrom('svix', 'webhook'),
  id: fc.stringMatching(/^[\x21-\x7e]{1,40}$/),
  secrets: fc.array(secret, { minLength: 1, maxLength: 3 }),
  /** Which of the secrets sign; beyond their number: a foreign one. */
  signers: fc.array(fc.nat(3), { maxLength: 4 }),
  junk: fc.array(text, { maxLength: 3 }),
  foreign: secret,
  tamper: fc.constantFrom('nothing', 'nothing', 'the body', 'the id', 'the time', 'the signature'),
  aheadS: fc.constantFrom(0, 0, -299, 299, -301, 301),
})
type Delivery = typeof delivery extends fc.Arbitrary<infer D> ? D : never

function sign({ body, family, id, secrets, signers, junk, foreign, tamper, aheadS }: Delivery) {
  const at = new Date(Date.now() + aheadS * 1000)
  const signatures = signers.map((of) => new Webhook(secrets[of] ?? foreign).sign(id, at, body))
  const given = [...junk, ...signatures].join(' ')
  const seconds = Math.floor(at.getTime() / 1000) + (tamper === 'the time' ? 1 : 0)
  const headers = {
    id: tamper === 'the id' ? `${id}x` : id,
    timestamp: String(seconds),
    signature: tamper === 'the signature' ? given.toLowerCase() : given,
  }
  const sent = tamper === 'the body' ? `${body} ` : body
  const named = (of: string) =>
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [`${of}-${name}`, value]))
  return { sent, ours: new Headers(named(family)), theirs: named('webhook') }
}

function isAccepted(check: () => unknown): boolean {
  try {
    check()
    return true
  } catch {
    return false
  }
}

function expectSameVerdict() {
  fc.assert(
    fc.property(delivery, (given) => {
      const { sent, ours, theirs } = sign(given)
      const secrets = readWebhookSecrets(given.secrets)
      const bytes = new TextEncoder().encode(sent)
      const verdict = isAccepted(() =>
        verifySignature(bytes, readSignatureHeaders(ours, Date.now()), secrets),
      )
      const expected = given.secrets.some((one) => isAccepted(() => new Webhook(one).verify(sent, theirs)))
      expect([secrets.faults, verdict]).toEqual([[], expected])
    }),
    { numRuns: 500 },
  )
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('the verdict is that of standardwebhooks', () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 12), toFake: ['Date'] })
  expectSameVerdict()
})

test('and where there is no Node', () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 12), toFake: ['Date'] })
  vi.stubGlobal('process', { ...process, getBuiltinModule: undefined })
  expectSameVerdict()
})

test('what is no secret for standardwebhooks is none here', () => {
  const odd = fc.oneof(
    fc.string(),
    secret,
    secret.map((text) => text.slice(0, -1)),
    secret.map((text) => `${text}=`),
  )
  fc.assert(
    fc.property(odd, (given) => {
      const { all, faults } = readWebhookSecrets([given])
      const isSecret = given.startsWith('whsec_') && isAccepted(() => new Webhook(given))
      expect([all.length, faults.length]).toEqual(isSecret ? [1, 0] : [0, 1])
      const at = new Date(0)
      if (isSecret) expect(all[0]?.('id', at, 'body')).toBe(new Webhook(given).sign('id', at, 'body'))
    }),
    { numRuns: 500 },
  )
})
