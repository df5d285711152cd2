import { expectTypeOf, test } from 'vitest'
import type { ConnectError, ConnectPhase, NectarConnectController, NectarConnectProps } from '../index.ts'

type Of<Name extends ConnectPhase['name']> = Extract<ConnectPhase, { name: Name }>
type Keys<Type> = Type extends unknown ? keyof Type : never

// Types are checked by the compiler: nothing of this runs.
test('a phase has just what is valid in it', () => {
  expectTypeOf<keyof ConnectPhase>().toEqualTypeOf<'name'>()
  expectTypeOf<Of<'loading' | 'open' | 'expiring' | 'checking'>['getRemainingMs']>().toEqualTypeOf<
    () => number | null
  >()
  expectTypeOf<Of<'failed'>['error']>().toEqualTypeOf<ConnectError>()
  expectTypeOf<Of<'failed'>['getRetryInMs']>().toEqualTypeOf<() => number>()
  expectTypeOf<Of<'expired'>['cause']>().toEqualTypeOf<'time' | 'interrupted'>()
  expectTypeOf<Of<'idle' | 'closed'>>().toEqualTypeOf<{ name: 'idle' } | { name: 'closed' }>()

  type WithoutPage = Exclude<ConnectPhase, Of<'loading' | 'open' | 'expiring' | 'checking'>>
  expectTypeOf<Extract<Keys<WithoutPage>, 'getRemainingMs' | 'display' | 'connectivityError'>>().toBeNever()
  type WithoutError = Exclude<ConnectPhase, Of<'failed'>>
  expectTypeOf<Extract<Keys<WithoutError>, 'error' | 'retryInMs' | 'canOpenInNewTab'>>().toBeNever()
})

test('narrowing leads to it, and nothing else does', () => {
  const read = (phase: ConnectPhase) => {
    // @ts-expect-error only where there is a page
    phase.remainingMs
    // @ts-expect-error only where something failed
    phase.error
    if (phase.name === 'open') expectTypeOf(phase.getRemainingMs()).toEqualTypeOf<number | null>()
    if (phase.name === 'failed') expectTypeOf(phase.error.code).toBeString()
  }
  expectTypeOf(read).toBeFunction()
})

test('no phase has an address, or a name for a wish', () => {
  type Secret = 'url' | 'origin' | 'invitation' | 'invitationId' | 'attempt' | 'idempotencyKey' | 'page'
  expectTypeOf<Extract<Keys<ConnectPhase>, Secret>>().toBeNever()
})

test('a handle opens for a connection or for a new one, and callbacks are optional', () => {
  expectTypeOf<NectarConnectController['open']>()
    .parameter(0)
    .toEqualTypeOf<{ connectionId?: string | undefined } | undefined>()
  expectTypeOf<Record<never, never>>().toExtend<NectarConnectProps>()
  expectTypeOf<NonNullable<NectarConnectProps['onError']>>().parameter(0).toEqualTypeOf<ConnectError>()
})
