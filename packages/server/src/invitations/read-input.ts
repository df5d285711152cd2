import type { StandardSchemaV1 } from '@standard-schema/spec'
import { hostHookError } from '../lib/host-hook-error.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'

/**
 * The browser's `input` as the host's schema knows it. Without a schema nothing may be sent, so nothing
 * unchecked ever reaches a policy.
 *
 * @throws NectarConnectError `invalid_request`, `host_error`
 */
export async function readInput(
  schema: StandardSchemaV1 | undefined,
  input: Record<string, unknown> | undefined,
): Promise<unknown> {
  if (schema === undefined) {
    if (input === undefined || Object.keys(input).length === 0) return undefined
    throw refuse([{ path: 'input', message: 'This server takes no input: it has no inputSchema.' }])
  }
  const result = await validate(schema, input)
  if (!result.issues) return result.value
  // The schema's own messages may quote what was sent.
  throw refuse(
    result.issues.map(({ path = [] }) => ({
      path: ['input', ...path.map((part) => String(typeof part === 'object' ? part.key : part))].join('.'),
      message: 'Not accepted here.',
    })),
  )
}

async function validate(schema: StandardSchemaV1, input: unknown) {
  try {
    return await schema['~standard'].validate(input)
  } catch (cause) {
    throw hostHookError('"inputSchema" threw instead of answering issues.', cause)
  }
}

function refuse(issues: { path: string; message: string }[]) {
  return new NectarConnectError('invalid_request', { issues })
}
