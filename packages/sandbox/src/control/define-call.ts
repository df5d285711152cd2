import type * as z from 'zod/mini'
import { explain, SandboxError } from '../errors.ts'
import type { Faults } from '../faults/faults.ts'
import type { Flows } from '../hosted/flows.ts'
import type { SandboxState } from '../state/sandbox-state.ts'
import type { WebhookSender } from '../webhooks/webhook-sender.ts'
import type { SeedCompany } from './seed-schema.ts'

export interface ControlParts {
  state: SandboxState
  flows: Flows
  faults: Faults
  webhooks: WebhookSender
  /** What the first `seed` brought, with the ids that were made of it. */
  firstSeed: readonly SeedCompany[]
}

/** One call of the control, the same in the process and over HTTP. */
export interface Call<Input, Output> {
  /** `GET` only reads. */
  method: 'GET' | 'POST'
  /**
   * Checks the input and carries out the call.
   *
   * @param parts `ControlParts`, which public types do not name
   * @throws SandboxError
   */
  run(parts: object, input: Input): Output
}

/** A call that takes one object. @param schema the one description of its input */
export function call<Schema extends z.ZodMiniType, Output>(
  schema: Schema,
  run: (parts: ControlParts, input: z.output<Schema>) => Output,
): Call<z.input<Schema>, Output> {
  return {
    method: 'POST',
    run(parts: ControlParts, input) {
      const parsed = schema.safeParse(input ?? {})
      if (parsed.success) return run(parts, parsed.data)
      throw new SandboxError('invalid', explain(parsed.error.issues[0], 'The input'))
    },
  }
}

/** A call without input that changes something. */
export function action<Output>(run: (parts: ControlParts) => Output): Call<void, Output> {
  return { method: 'POST', run }
}

/** A call without input that only reads. */
export function read<Output>(run: (parts: ControlParts) => Output): Call<void, Output> {
  return { method: 'GET', run }
}

type Arguments<Input> = [Input] extends [undefined | void]
  ? []
  : Partial<Input> extends Input
    ? [input?: Input]
    : [input: Input]

/** The functions of a table of calls. */
export type FunctionsOf<Calls> = {
  [Name in keyof Calls]: Calls[Name] extends Call<infer Input, infer Output>
    ? (...args: Arguments<Input>) => Promise<Awaited<Output>>
    : never
}

export function known<T>(what: string, id: string, records: ReadonlyMap<string, T>): T {
  const found = records.get(id.toLowerCase())
  if (found === undefined) throw new SandboxError('not_found', `The sandbox has no ${what} ${id}.`)
  return found
}
