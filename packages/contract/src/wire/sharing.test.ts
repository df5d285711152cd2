import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getFilter, getInvitationStage } from './sharing.ts'

const connectionId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'

describe('the stage of a shared invitation', () => {
  const made = { id: connectionId, providerName: null, status: null }
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
