import { expect, test } from 'vitest'
import { docsUrl, readSetupProblem } from './setup-problems.ts'

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
