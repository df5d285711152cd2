import fc from 'fast-check'
import { ConnectError } from '../lib/connect-error.ts'
import { getActivePage } from '../session/phase.ts'
import { CONTRIBUTOR, RECONNECT } from './phases.ts'
import {
  createWorld,
  loadRestoration,
  type Started,
  settle,
  shownId,
  startSession,
  type World,
} from './world.ts'

const HOUR_MS = 3_600_000

const failure = fc.constantFrom(
  new ConnectError('network'),
  new ConnectError('unauthenticated'),
  new ConnectError('outcome_unknown'),
  new ConnectError('rate_limited', { retryAfterMs: 20_000 }),
)

const action = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.constantFrom(
      { do: 'open' as const },
      { do: 'consent' as const },
      { do: 'consent' as const },
      { do: 'try again' as const },
      { do: 'load' as const },
      { do: 'load' as const },
      { do: 'touch' as const },
      { do: 'tab' as const },
      { do: 'back' as const },
      { do: 'block' as const },
      { do: 'renew' as const },
      { do: 'retry' as const },
      { do: 'check' as const },
      { do: 'close' as const },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      { do: 'use' as const },
      { do: 'revoke' as const },
      { do: 'use elsewhere' as const },
      { do: 'hide' as const },
      { do: 'show' as const },
      { do: 'show' as const },
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom({ do: 'reload' as const }, { do: 'crash' as const }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'wait' as const,
        'wait' as const,
        'wait' as const,
        'sleep' as const,
        'jump' as const,
      ),
      ms: fc.constantFrom(1, 500, 3_000, 15_000, 31_000, 300_000, HOUR_MS, 30 * HOUR_MS),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('backend' as const),
      latencyMs: fc.constantFrom(0, 0, 0, 700, 8_000),
      answers: fc.constantFrom(
        'fresh' as const,
        'fresh' as const,
        'fresh' as const,
        'dead' as const,
        'same' as const,
      ),
      lifeMs: fc.constantFrom(null, 60_000, HOUR_MS, HOUR_MS),
      maxUses: fc.constantFrom(1, 1, null),
      // More often than not everything works: what fails all the time shows little.
      failing: fc.option(
        fc.record({ create: failure, read: failure, revoke: failure }, { requiredKeys: [] }),
        { freq: 1 },
      ),
      losing: fc.option(fc.record({ create: failure, revoke: failure }, { requiredKeys: [] }), { freq: 1 }),
    }),
  },
)

export type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

/** Begins where most of it happens, and goes on at random; in half of the runs pages load by themselves. */
export const script = fc.record({
  actions: fc
    .tuple(fc.array(action, { minLength: 1, maxLength: 40 }), fc.boolean())
    .map(([rest, isOpen]): Action[] =>
      isOpen ? [{ do: 'open' }, { do: 'consent' }, { do: 'load' }, ...rest] : rest,
    ),
  areLoading: fc.boolean(),
})

/** One session after the other in one world, with a customer and a backend that do as they are told. */
export class Run {
  readonly world: World = createWorld()
  readonly used = new Set<string>()
  /** What the customer went on with in a tab after closing. */
  readonly leftInTab = new Set<string>()
  /** How often the customer asked for an invitation. */
  requests = 0
  /** Invitations that were told as submitted, by any load of the page. */
  told = 0
  started: Started
  private readonly areLoading: boolean

  constructor(areLoading: boolean) {
    this.areLoading = areLoading
    this.started = this.start()
  }

  start(): Started {
    const started = startSession(this.world)
    const { session, phase } = started
    this.told = 0
    session.onSubmitted(() => this.told++)
    session.phase.subscribe(() => {
      if (this.areLoading && phase().status === 'loading') session.frameLoaded(shownId(session))
    })
    return started
  }

  /** Counts what the customer asked for, where it was to be had. */
  private ask(forIt: () => void) {
    const before = this.started.phase()
    forIt()
    const after = this.started.phase()
    if (after !== before && after.status === 'requesting') this.requests++
  }

  async take(taken: Action) {
    const { world, started } = this
    const { session } = started
    const held = getActivePage(session.phase.get())
    const id = held?.invitation.id ?? 'i-0'
    switch (taken.do) {
      case 'open':
        session.open(CONTRIBUTOR)
        break
      case 'consent':
        this.ask(() => session.consent())
        break
      case 'try again':
        this.ask(() => session.reconnect(RECONNECT))
        break
      case 'load':
        session.frameLoaded(id)
        break
      case 'touch':
        session.frameTouched(id)
        break
      case 'tab':
        session.tabOpened(id)
        break
      case 'back':
        session.frameReopened(id)
        break
      case 'block':
        session.frameFailed(id, new ConnectError('frame_blocked'))
        break
      case 'renew':
        this.ask(() => session.requestNewPage())
        break
      case 'retry':
        this.ask(() => session.retry())
        break
      case 'check':
        session.checkInvitationNow()
        break
      case 'close':
        if (held && held.display !== 'frame') this.leftInTab.add(id)
        session.close()
        break
      case 'use':
        if (held && world.backend.isUsable(id)) this.used.add(id)
        if (held) world.backend.use(id)
        break
      case 'use elsewhere':
        for (const left of this.leftInTab) world.backend.use(left)
        break
      case 'revoke':
        if (held) world.backend.revoke(id)
        break
      case 'hide':
        world.hide()
        break
      case 'show':
        await world.show()
        break
      case 'reload':
      case 'crash':
        if (held && (held.display !== 'frame' || taken.do === 'crash')) this.leftInTab.add(id)
        await world.leave({ isCrash: taken.do === 'crash' })
        world.isReload = true
        this.started = this.start()
        void this.started.session.resume(loadRestoration)
        break
      case 'wait':
        await world.advance(taken.ms)
        break
      case 'sleep':
        await world.sleep(taken.ms)
        break
      case 'jump':
        world.jump(taken.ms)
        break
      case 'backend': {
        const { do: _, failing, losing, ...settings } = taken
        Object.assign(world.backend, settings, { failing: failing ?? {}, losing: losing ?? {} })
        break
      }
      default:
        taken satisfies never
    }
    await settle()
  }
}
