import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PROBLEM_MEDIA_TYPE, problem } from './problem.ts'

const text = fc.string({ unit: 'grapheme-composite' })
const value = fc.record(
  {
    type: text,
    title: text,
    status: fc.integer({ min: 400, max: 599 }),
    code: text,
    requestId: text,
    retryable: fc.boolean(),
    retryAfterMs: fc.nat(),
    issues: fc.array(fc.record({ path: text, message: text })),
    administrators: fc.array(text),
  },
  { requiredKeys: ['type', 'title', 'status', 'code', 'requestId', 'retryable'] },
)

test('survives the wire, with a code that is not known yet', () => {
  fc.assert(
    fc.property(value, (sent) => {
      expect(problem.parse(JSON.parse(JSON.stringify(sent)))).toEqual(sent)
    }),
  )
})

test('reads nothing else than it names', () => {
  const [sent] = fc.sample(value, 1)
  expect(problem.parse({ ...sent, detail: 'upstream text', stack: 'at …' })).toEqual(sent)
})

test.each([
  ['an error page', '<html></html>'],
  ['another problem', { title: 'Nope', status: 404 }],
  ['null', null],
])('is not mistaken for %s', (_, body) => {
  expect(problem.safeParse(body).success).toBe(false)
})

test('has the media type of RFC 9457', () => {
  expect(PROBLEM_MEDIA_TYPE).toBe('application/problem+json')
})
