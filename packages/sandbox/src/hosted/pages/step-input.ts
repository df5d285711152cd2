import type { InvitationRecord } from '../../core/records.ts'
import type { World } from '../../core/world.ts'
import type { Flow } from '../flows.ts'
import type { Feedback } from '../next-step.ts'

/** How a page came about: opened, or by something the customer did on the page before. */
export type Arrival = 'opened' | 'moved'

/** What a step's page is made from. */
export interface StepInput {
  world: World
  invitation: InvitationRecord
  flow: Flow
  feedback: Feedback
  arrival: Arrival
}
