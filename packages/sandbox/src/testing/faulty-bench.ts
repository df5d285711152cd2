import { DEFAULT_API_KEY } from '../index.ts'
import { createBench, ORIGIN } from './bench.ts'

const KEY = { 'X-API-Key': DEFAULT_API_KEY }

/** A bench with the control at hand, whose requests may break. */
export function createFaultyBench() {
  const bench = createBench()
  const { sandbox, company } = bench
  const request = (path: string, init: RequestInit = {}) =>
    sandbox.fetch(new Request(`${ORIGIN}/v2.2${path}`, { headers: KEY, ...init }))
  const create = (init: RequestInit = {}) =>
    request(`/invitation/company/${company.id}`, { method: 'POST', body: '{}', ...init })
  return {
    ...sandbox.control,
    ...bench,
    request,
    create,
    made: async () => (await sandbox.control.snapshot()).invitations.length,
  }
}
