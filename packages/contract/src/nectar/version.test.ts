import { expect, test } from 'vitest'
import { NECTAR_API_ORIGIN, NECTAR_API_VERSIONS, nectarVersionPath } from './primitives.ts'

test('mounts each version where Nectar documents it', () => {
  expect(NECTAR_API_VERSIONS.map((version) => NECTAR_API_ORIGIN + nectarVersionPath(version))).toEqual([
    'https://external.nectarclimate.com/v2.2',
    'https://external.nectarclimate.com/v2.1',
    'https://external.nectarclimate.com/v2',
  ])
})
