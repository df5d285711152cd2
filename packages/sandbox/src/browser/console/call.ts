import { refresh } from './look.ts'
import { showNotice } from './notice.ts'

/** So long nobody wonders, in milliseconds. */
const UNNOTICED_MS = 800

/**
 * Calls the control, says what came of it and shows what changed.
 *
 * @param said when it worked
 * @returns whether it worked
 */
export async function call(name: string, body: unknown, said: string): Promise<boolean> {
  let isDone = false
  // An endpoint that hangs keeps "Send again" waiting for as long as a webhook may take.
  const waiting = window.setTimeout(() => showNotice('Working on it …'), UNNOTICED_MS)
  try {
    const response = await fetch(`/_sandbox/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer = await response.json()
    window.clearTimeout(waiting)
    isDone = response.ok
    showNotice(isDone ? said : answer.detail, !isDone)
  } catch {
    window.clearTimeout(waiting)
    showNotice('The sandbox does not answer. Is it still running?', true)
  }
  await refresh()
  return isDone
}
