import { CALLS, type SandboxControl } from './calls.ts'
import type { Call, ControlParts } from './define-call.ts'

/** The control in this process. @param onChange called after each call that may have changed something */
export function createLocalControl(parts: ControlParts, onChange: () => void): SandboxControl {
  const functions = Object.entries(CALLS as Record<string, Call<unknown, unknown>>).map(
    ([name, { method, run }]) => [
      name,
      async (input?: unknown) => {
        try {
          return await run(parts, input)
        } finally {
          if (method === 'POST') onChange()
        }
      },
    ],
  )
  return Object.fromEntries(functions)
}
