import { refresh } from './look.ts'
import { tell } from './notice.ts'

/**
 * Calls the control, says what came of it and shows what changed.
 *
 * @param said when it worked
 * @returns whether it worked
 */
export async function call(name: string, body: unknown, said: string): Promise<boolean> {
  let isDone = false
  try {
    const response = await fetch(`/_sandbox/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer = await response.json()
    isDone = response.ok
    tell(isDone ? said : answer.detail, !isDone)
  } catch {
    tell('The sandbox does not answer. Is it still running?', true)
  }
  await refresh()
  return isDone
}
