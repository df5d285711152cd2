import { expect, test } from 'vitest'
import { findNearestName } from './names.ts'

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
