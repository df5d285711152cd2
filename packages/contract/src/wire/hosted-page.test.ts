import { expect, test } from 'vitest'
import { NECTAR_HOSTED_ORIGIN, NECTAR_HOSTED_PATH } from './hosted-page.ts'

test('knows where invitation pages live', () => {
  expect(NECTAR_HOSTED_ORIGIN + NECTAR_HOSTED_PATH).toBe('https://dash.nectarclimate.com/p/i/')
})
