import { expectTypeOf, test } from 'vitest'
import type {
  ConnectError,
  ConnectPhase,
  NectarConnectController,
  NectarConnectProps,
  Prefill,
} from '../index.ts'

type Of<Status extends ConnectPhase['status']> = Extract<ConnectPhase, { status: Status }>
type Keys<Type> = Type extends unknown ? keyof Type : never

// Types are checked by the compiler: nothing of this runs.
test('a phase has just what is valid in it', () => {
  expectTypeOf<keyof ConnectPhase>().toEqualTypeOf<'status'>()
  expectTypeOf<
    Of<'loading' | 'open' | 'expiring' | 'checking'>['connectivityError']
  >().toEqualTypeOf<ConnectError | null>()
  expectTypeOf<Of<'failed'>['error']>().toEqualTypeOf<ConnectError>()
  expectTypeOf<Of<'expired'>['cause']>().toEqualTypeOf<'time' | 'interrupted'>()

  type WithoutPage = Exclude<ConnectPhase, Of<'loading' | 'open' | 'expiring' | 'checking'>>
  expectTypeOf<Extract<Keys<WithoutPage>, 'display' | 'connectivityError'>>().toBeNever()
  type WithoutError = Exclude<ConnectPhase, Of<'failed'>>
  expectTypeOf<Extract<Keys<WithoutError>, 'error'>>().toBeNever()
})

test('narrowing leads to it, and nothing else does', () => {
  const read = (phase: ConnectPhase) => {
    // @ts-expect-error only where there is a page
    phase.display
    // @ts-expect-error only where something failed
    phase.error
    if (phase.status === 'failed') expectTypeOf(phase.error.code).toBeString()
  }
  expectTypeOf(read).toBeFunction()
})

test('no phase has an address', () => {
  expectTypeOf<Extract<Keys<ConnectPhase>, 'url'>>().toBeNever()
  expectTypeOf<Extract<keyof Of<'open'>['invitation'], 'url'>>().toBeNever()
})

test('a handle opens for a connection or for a new one, and callbacks are optional', () => {
  expectTypeOf<NectarConnectController['open']>()
    .parameter(0)
    .toEqualTypeOf<{ connectionId?: string | undefined } | undefined>()
  expectTypeOf<Record<never, never>>().toExtend<NectarConnectProps>()
  expectTypeOf<NonNullable<NectarConnectProps['onError']>>().parameter(0).toEqualTypeOf<ConnectError>()
})

test('a prefill names the provider by its address or by its id, and knows the utility types', () => {
  const types = ['ELECTRICITY', 'something new'] as const
  expectTypeOf({ url: 'https://ladwp.com', utilityTypes: types }).toExtend<Prefill>()
  expectTypeOf({ datasourceId: 'cascadia-power' }).toExtend<Prefill>()
  expectTypeOf({ url: 'https://ladwp.com', datasourceId: 'cascadia-power' }).not.toExtend<Prefill>()
  // @ts-expect-error not a field
  const misspelt: Prefill = { sites: [] }
  expectTypeOf(misspelt).toExtend<Prefill>()
})
