import type { Services } from '../app/services.ts'
import { NectarConnectError } from './nectar-connect-error.ts'

/**
 * Waits for work no longer than a browser should; the work goes on.
 *
 * @throws NectarConnectError `nectar_timeout`; whatever the work throws.
 */
export function withinLimit<T>(
  { timers, settings }: Pick<Services, 'timers' | 'settings'>,
  work: Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = timers.deadline(settings.timeoutMs, () => reject(new NectarConnectError('nectar_timeout')))
    work.then(resolve, reject).finally(cancel)
  })
}
