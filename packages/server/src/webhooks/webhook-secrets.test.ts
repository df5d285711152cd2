import { expect, test } from 'vitest'
import { deliver, OTHER_SECRET, SECRET } from '../testing/deliver.ts'
import { createHarness, outcomeOf } from '../testing/harness.ts'

const EVENT = { type: 'document.created.v2', data: {} }
const levels = (logs: { level: string; message: string }[]) =>
  logs.map(({ level, message }) => `${level} ${message.split('. ')[0]}`)

test.each([
  ['at once', () => SECRET],
  ['later, as a list', async () => [OTHER_SECRET, SECRET]],
])('a function answers the secrets %s', async (_, webhookSecret) => {
  const harness = createHarness({ webhookSecret })
  expect(harness.logs).toEqual([])
  expect(await outcomeOf(await deliver(harness, EVENT))).toBe('200')
})

test('what a function answered is used for a minute, so that nobody can make it be called at will', async () => {
  let current = SECRET
  let reads = 0
  const harness = createHarness({
    webhookSecret: () => {
      reads += 1
      return current
    },
  })
  for (const _ of [1, 2, 3]) await deliver(harness, EVENT, { secrets: [OTHER_SECRET] })
  expect(reads).toBe(1)
  current = OTHER_SECRET
  await harness.clock.advance(60_000)
  expect(await outcomeOf(await deliver(harness, EVENT, { secrets: [OTHER_SECRET] }))).toBe('200')
  expect(reads).toBe(2)
})

test('a function that throws, or answers none, is told, and the webhook comes again', async () => {
  const answers = [() => Promise.reject(new Error('vault is sealed')), () => undefined, () => SECRET]
  const harness = createHarness({ webhookSecret: () => answers.shift()?.() })
  expect(await outcomeOf(await deliver(harness, EVENT))).toBe('500 host_error')
  expect(harness.logText()).toContain('vault is sealed')
  expect(await outcomeOf(await deliver(harness, EVENT))).toBe('503 not_configured')
  await harness.clock.advance(60_000)
  expect(await outcomeOf(await deliver(harness, EVENT))).toBe('200')
  expect(harness.logText()).not.toContain(SECRET)
})

test.each([
  ['another kind of secret', 'bm90LWEtcmVhbC1zZWNyZXQtMQ==', '"webhookSecret" is no signing secret'],
  ['half of one', 'whsec_!', '"webhookSecret" is no signing secret'],
  ['one in quotes', `"${SECRET}"`, '"webhookSecret" has quotes around it that are not part of it'],
])('%s is told once, at the start, and pages work', async (_, webhookSecret, fault) => {
  const harness = createHarness({ webhookSecret })
  expect(levels(harness.logs)).toEqual([`error ${fault}`])
  expect(await outcomeOf(await deliver(harness, EVENT))).toBe('503 not_configured')
  expect(await outcomeOf(await harness.get('/connections'))).toBe('200')
  expect(levels(harness.logs).filter((line) => line.includes(fault))).toHaveLength(1)
  expect(harness.logText()).not.toContain(webhookSecret)
})

test('a list that holds a variable that is not set is told to whoever verifies a webhook themselves', async () => {
  const { nectar } = createHarness({ webhookSecret: [SECRET, undefined] as string[] })
  const request = new Request('http://internal:3000/hooks', { method: 'POST', body: '{}' })
  await expect(nectar.verifyWebhook(request)).rejects.toMatchObject({ code: 'not_configured' })
})

test('without any, one line at the start says that pages poll; none where the options are incomplete', () => {
  expect(levels(createHarness().logs)).toEqual([
    'info There is no "webhookSecret", so pages poll for changes',
  ])
  expect(createHarness({ apiKey: undefined }).logs).toEqual([])
})
