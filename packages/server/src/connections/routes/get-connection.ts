import type { Route } from '../../http/route.ts'

/** One connection of the company. */
export const getConnection: Route = {
  method: 'GET',
  path: '/connections/:id',
  access: 'caller',
  may: (can) => can.view,
  run: ({ services, log, caller, id }) => services.connections.get(caller.companyId, id, log),
}
