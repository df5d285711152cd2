import { expect, test } from 'vitest'
import { changeOf } from '../testing/fake-changes.ts'
import { connection } from '../testing/fixtures.ts'
import { patchHistory } from './apply-changes.ts'

const earlier = changeOf(connection(), 'PENDING', { at: '2026-11-24T10:00:00Z' })
const later = changeOf(connection(), 'CONNECTED', { at: '2026-11-24T10:00:00.5Z' })

test('a change comes on top, once', () => {
  const known = patchHistory({ changes: [earlier], hasMore: true }, later)
  expect(known).toEqual({ changes: [later, earlier], hasMore: true })
  expect(patchHistory(known, later)).toBe(known)
})

test('one that belongs further down is left to the next reading', () => {
  const known = { changes: [later], hasMore: false }
  expect(patchHistory(known, { ...earlier, at: '2026-11-24T09:00:00Z' })).toBe(known)
})
